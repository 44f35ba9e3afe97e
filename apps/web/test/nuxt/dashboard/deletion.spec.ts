import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { AccountLeaving } from '#components'
import Data from '~/pages/dashboard/settings/data.vue'
import { alice } from '../../peer/world'
import { answer, settle, type Refusal } from './answers'

const wish = 'DELETE /api/user/me'
const deletionDueAt = '2026-12-12T10:00:00.000Z'
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

const inDialog = <T extends HTMLElement>(selector: string, text = '') =>
  vi.waitFor(() => {
    const all = [...document.querySelectorAll<T>(`[role=dialog] ${selector}`)]
    return all.find(({ textContent }) => textContent.includes(text)) ?? Promise.reject(new Error('Not there'))
  })
const action = () => inDialog<HTMLButtonElement>('button', 'Delete my account')

async function type(text: string) {
  const input = await inDialog<HTMLInputElement>('input')
  input.value = text
  input.dispatchEvent(new Event('input'))
  await settle()
}

async function open(refusals: Record<string, Refusal> = {}) {
  const sent = answer({ 'GET /api/user/export': [], [wish]: { deletionDueAt } }, refusals)
  page = await mountSuspended(Data, { attachTo: document.body })
  await settle()
  await page
    .findAll('button')
    .find((button) => button.text() === 'Delete my account')!
    .trigger('click')
  return sent
}

test('deletes the account once the address is typed', async () => {
  const sent = await open()
  await type('somebody@else.test')
  expect((await action()).disabled).toBe(true)
  await type(alice.email)
  expect((await action()).disabled).toBe(false)
  ;(await action()).click()
  await settle()
  expect(sent).toEqual([{ call: wish, body: null }])
  expect(useNotices().notices.at(-1)?.description).toContain('12 December 2026')
})

test('says what has to be done first', async () => {
  const error = 'You are the only owner of Acme, which has other members.'
  await open({ [wish]: { status: 409, code: 'E_SOLE_OWNER', error } })
  await type(alice.email)
  ;(await action()).click()
  await vi.waitFor(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain(error))
})

test('keeps an account that was to be deleted', async () => {
  const sent = answer({
    'GET /api/auth/me': { ...alice, deletionDueAt },
    'DELETE /api/user/deletion': { deletionDueAt: null },
  })
  page = await mountSuspended(AccountLeaving)
  await settle()
  expect(page.text()).toContain('12 December 2026')
  await page.get('button').trigger('click')
  await settle()
  expect(sent).toEqual([{ call: 'DELETE /api/user/deletion', body: null }])
})
