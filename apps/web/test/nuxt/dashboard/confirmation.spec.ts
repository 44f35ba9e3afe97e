import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccountConfirmation } from '#components'
import { alice } from '../../peer/world'
import { settle } from './answers'

const change = 'POST /api/auth/change-password'
const confirmation = 'POST /api/auth/confirmation'
const body = { currentPassword: 'gantry-demo-2026', password: 'a much better one' }

let confirmed = false
let sent: string[] = []
let reads: Record<string, unknown> = {}

const json = (status: number, answer: object) => new Response(JSON.stringify(answer), { status })
const refusal = { success: false, error: 'Please confirm that it is you.', code: 'E_CONFIRMATION_REQUIRED' }
const wrong = {
  success: false,
  code: 'E_VALIDATION_ERROR',
  details: { password: 'This is not your password.' },
}

beforeEach(() => {
  confirmed = false
  sent = []
  reads = { '/api/auth/me': alice, '/api/auth/identities': [], '/api/auth/passkeys': [] }
  useQueryCache().caches.clear()
  document.cookie = 'XSRF-TOKEN=token; path=/'
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    if (!init.method || init.method === 'GET') return json(200, { success: true, data: reads[address] })
    const call = `${init.method} ${address}`
    sent.push(call)
    if (call === change) return confirmed ? json(200, { success: true, data: {} }) : json(403, refusal)
    confirmed = JSON.parse(String(init.body)).password === 'gantry-demo-2026'
    return confirmed ? json(200, { success: true, data: {} }) : json(422, wrong)
  })
})
afterEach(() => {
  dialog?.unmount()
  dialog = undefined
})

let dialog: Awaited<ReturnType<typeof mountSuspended>> | undefined
const open = async () => (dialog = await mountSuspended(AccountConfirmation, { attachTo: document.body }))

const changePassword = () => useApi()('auth.change_password', { body })

async function type(password: string) {
  const input = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('[role=dialog] [name=password]')
    return found ?? Promise.reject(new Error('No dialog'))
  })
  input.value = password
  input.dispatchEvent(new Event('input'))
  document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit()
  await settle()
}

test('what needs a confirmation is repeated after it', async () => {
  await open()
  const changing = changePassword()
  await type('gantry-demo-2026')
  await changing
  expect(sent).toEqual([change, confirmation, change])
})

test('a wrong password is said beside the field, and asked for again', async () => {
  await open()
  const changing = changePassword()
  await type('a guess')
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('This is not your password.')
  await type('gantry-demo-2026')
  await changing
  expect(sent).toEqual([change, confirmation, confirmation, change])
})

test('who cancels is told what was refused', async () => {
  await open()
  const changing = changePassword()
  const cancel = await vi.waitFor(() => {
    const found = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === 'Cancel',
    )
    return found ?? Promise.reject(new Error('No button'))
  })
  cancel.click()
  await expect(changing).rejects.toMatchObject({ code: 'E_CONFIRMATION_REQUIRED' })
  expect(sent).toEqual([change])
})

const links = () =>
  vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLAnchorElement>('[role=dialog] a')]
    return found.length > 0 ? found.map(({ pathname }) => pathname) : Promise.reject(new Error('No link'))
  })

test('who has no password is led to the provider that is connected', async () => {
  reads['/api/auth/me'] = { ...alice, hasPassword: false }
  reads['/api/auth/identities'] = [{ id: 'one', provider: 'github', label: 'GitHub' }]
  await open()
  void changePassword().catch(() => {})
  expect(await links()).toEqual(['/api/auth/providers/github/redirect'])
  expect(document.querySelector('[role=dialog] [name=password]')).toBeNull()
})

test('who has neither is led to the organization’s', async () => {
  reads['/api/auth/me'] = { ...alice, hasPassword: false }
  await open()
  void changePassword().catch(() => {})
  expect(await links()).toEqual(['/api/auth/single-sign-on'])
})

test('who has a passkey and no password is asked for it, and for no provider', async () => {
  reads['/api/auth/me'] = { ...alice, hasPassword: false }
  reads['/api/auth/passkeys'] = [{ id: 'one', name: 'Phone' }]
  await open()
  void changePassword().catch(() => {})
  await vi.waitFor(() => {
    const buttons = [...document.querySelectorAll('[role=dialog] button')]
    expect(buttons.map(({ textContent }) => textContent?.trim())).toContain('Use a passkey')
  })
  expect(document.querySelector('[role=dialog] a')).toBeNull()
})

test('where nobody can be asked, the refusal stands', async () => {
  await expect(changePassword()).rejects.toMatchObject({ code: 'E_CONFIRMATION_REQUIRED' })
})
