import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import Passkeys from '~/components/settings/Passkeys.vue'
import { answer, settle } from './answers'

const { startRegistration } = vi.hoisted(() => ({ startRegistration: vi.fn() }))
vi.mock('@simplewebauthn/browser', () => ({ startRegistration }))

const phone = {
  id: 'one',
  name: 'Phone',
  isBackedUp: true,
  createdAt: '2026-11-01T08:30:00.000Z',
  lastUsedAt: null,
}

afterEach(() => (document.body.innerHTML = ''))

async function press(name: string, within: ParentNode = document) {
  const button = [...within.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
  )
  button!.click()
  await settle()
}

const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!

async function nameIt(name: string) {
  const input = dialog().querySelector<HTMLInputElement>('[name=name]')!
  input.value = name
  input.dispatchEvent(new Event('input'))
  await settle()
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}

async function open(answers: Record<string, unknown>) {
  const sent = answer(answers)
  await mountSuspended(Passkeys, { attachTo: document.body })
  await settle()
  return sent
}

test('one is made by the device and sent with its name', async () => {
  startRegistration.mockResolvedValue({ id: 'made' })
  const sent = await open({
    'POST /api/auth/passkeys/options': { challenge: 'c' },
    'POST /api/auth/passkeys': phone,
  })
  expect(document.body.textContent).toContain('You have none yet.')
  await press('Add a passkey')
  await nameIt('Phone')

  expect(startRegistration).toHaveBeenCalledWith({ optionsJSON: { challenge: 'c' } })
  expect(sent.at(-1)).toEqual({
    call: 'POST /api/auth/passkeys',
    body: { name: 'Phone', credential: { id: 'made' } },
  })
})

test('who stops at the device is told so, and the name stays', async () => {
  startRegistration.mockRejectedValue(Object.assign(new Error('No'), { name: 'NotAllowedError' }))
  const sent = await open({ 'POST /api/auth/passkeys/options': { challenge: 'c' } })
  await press('Add a passkey')
  await nameIt('Phone')

  expect(dialog().textContent).toContain('No passkey was used')
  expect(dialog().querySelector<HTMLInputElement>('[name=name]')?.value).toBe('Phone')
  expect(sent.map(({ call }) => call)).toEqual(['POST /api/auth/passkeys/options'])
})

test('each is listed with its last use, renamed, and removed only after a question', async () => {
  const sent = await open({ 'GET /api/auth/passkeys': [phone], 'PATCH /api/auth/passkeys/one': phone })
  expect(document.body.textContent).toContain('Not used yet')
  await press('Rename Phone')
  await nameIt('Laptop')
  expect(sent).toEqual([{ call: 'PATCH /api/auth/passkeys/one', body: { name: 'Laptop' } }])

  await press('Remove Phone')
  expect(document.body.textContent).toContain('Remove Phone?')
  expect(sent).toHaveLength(1)
})
