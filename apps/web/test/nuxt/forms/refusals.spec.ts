import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { useMe } from '~/queries/user'
import { answer, settle, type Refusal } from '../dashboard/answers'
import { load, others, rows, type Row } from './rows'

const frames = /<(SettingsPanel|DashboardFormDialog|AdminReasonDialog)\b/
const isForm = (source: string) =>
  /<form\b(?![^>]*role="search")/.test(source) ||
  frames.test(source) ||
  (/<(Lazy)?DashboardDangerDialog/.test(source) && /<U(FormField|Input|Textarea|Select)\b/.test(source))

test('every form of the site has a row', () => {
  const forms = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.vue') && !file.startsWith('components/billing/'))
    .filter((file) => isForm(readFileSync(join('app', file), 'utf8')))
  expect(forms.length).toBeGreaterThan(30)
  expect([...Object.keys(rows), ...Object.keys(others)].sort()).toEqual(forms.sort())
})

let page: Awaited<ReturnType<typeof mountSuspended>> | undefined
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
})

const within = () => document.querySelector('[role=dialog]') ?? document.body
const alerts = () => [...within().querySelectorAll('[role=alert]')].map((one) => one.textContent).join(' ')
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const fieldOf = (name: string) => within().querySelector<Field>(`[name="${name}"]`)!

async function enter(name: string, value: string) {
  const field = await vi.waitFor(() => fieldOf(name) ?? Promise.reject(new Error(`No field ${name}`)))
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

async function press(name: string) {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!button) throw new Error(`No button “${name}” in: ${document.body.textContent}`)
  button.click()
  await settle()
}

async function send() {
  await settle()
  const form = within().querySelector<HTMLFormElement>('form')
  if (form) form.requestSubmit()
  else [...within().querySelectorAll('button')].at(-1)!.click()
  await settle()
}

async function fillIn(file: string, row: Row, refusal: Refusal) {
  location.hash = '#secret'
  const sent = answer(row.answers ?? {}, { [row.call]: refusal })
  await mountSuspended({ setup: () => void useMe(), template: '<i />' })
  await settle()
  page = await mountSuspended(await load(row.in ?? file), { props: row.props, attachTo: document.body })
  await settle()
  if (file === 'components/account/Confirmation.vue') void useConfirmation().ask()
  if (row.press) await press(row.press)
  for (const [name, value] of Object.entries(row.type ?? {})) await enter(name, value)
  await send()
  await vi.waitFor(() => expect(sent.map(({ call }) => call)).toContain(row.call))
  await settle()
}

const kept = ({ type = {} }: Row) =>
  Object.fromEntries(Object.keys(type).map((name) => [name, fieldOf(name).value]))

const unwelcome = { status: 422, code: 'E_VALIDATION_ERROR', error: 'Some fields are not valid.' }
const closed = { status: 503, code: 'E_UNAVAILABLE', error: 'We are away for a moment.' }

describe.each(Object.entries(rows))('%s', (file, row) => {
  const [name] = row.refused === null ? [] : Object.keys(row.type ?? {})

  test('says at its field what is refused, leads there, and keeps what was typed', async () => {
    const details = { [row.refused ?? name ?? 'none']: 'Not this one.', nowhere: 'Nor what nobody sees.' }
    await fillIn(file, row, { ...unwelcome, details })

    expect(alerts()).toContain('Nor what nobody sees.')
    expect(kept(row)).toEqual(row.type ?? {})
    if (!name) return expect(alerts()).toContain('Not this one.')
    const field = fieldOf(name)
    const notes = (field.getAttribute('aria-describedby') ?? '').split(' ')
    expect(notes.map((id) => document.getElementById(id)?.textContent).join()).toContain('Not this one.')
    expect(alerts()).not.toContain('Not this one.')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
  })

  test('says that it could not be asked, and loses nothing', async () => {
    await fillIn(file, row, closed)
    expect(alerts()).toContain('We are away for a moment.')
    expect(kept(row)).toEqual(row.type ?? {})
  })
})
