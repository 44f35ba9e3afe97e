import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test } from 'vitest'
import type { ApiKey, ApiKeyChoices, Me } from '~/api/contract'
import Page from '~/pages/dashboard/settings/api-keys.vue'
import { alice } from '../../peer/world'
import { answer, settle, type Refusal } from './answers'

const owner: Me = { ...alice, permissions: [...alice.permissions, 'api_key.read', 'api_key.manage'] }
const choices: ApiKeyChoices = {
  scopes: ['organization.read', 'member.read', 'member.invite'],
  perMinute: 120,
  mostPerMinute: 1000,
}
const nightly: ApiKey = {
  id: 'key',
  name: 'Nightly export',
  prefix: 'gantry_0123456789ab',
  scopes: ['organization.read'],
  perMinute: 120,
  createdBy: 'Alice Archer',
  createdAt: '2026-11-01T08:30:00.000Z',
  expiresAt: '2027-01-30T08:30:00.000Z',
  lastUsedAt: '2026-11-02T08:30:00.000Z',
  calls: 1204,
  state: 'active',
}
const secret = `${nightly.prefix}_secret`

afterEach(() => (document.body.innerHTML = ''))

async function open(keys: ApiKey[], me = owner, refusals: Record<string, Refusal> = {}) {
  const sent = answer(
    {
      'GET /api/auth/me': me,
      'GET /api/api-keys': keys,
      'GET /api/api-keys/choices': choices,
      'POST /api/api-keys': { id: 'key', name: nightly.name, prefix: nightly.prefix, secret },
      'DELETE /api/api-keys/key': null,
    },
    refusals,
  )
  await mountSuspended(Page, { attachTo: document.body })
  await settle()
  return sent
}

async function press(name: string, within: ParentNode = document) {
  const button = [...within.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
  )
  button!.click()
  await settle()
}

const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!

async function fillIn(name: string) {
  await press('New key')
  const input = dialog().querySelector<HTMLInputElement>('[name=name]')!
  input.value = name
  input.dispatchEvent(new Event('input'))
  await settle()
}

async function submit() {
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}

test('a new key may only read, ends after 90 days and is shown once, with a call to try it', async () => {
  const sent = await open([])
  expect(document.body.textContent).toContain('No keys yet.')
  await fillIn(nightly.name)
  await submit()

  expect(sent.at(-1)).toEqual({
    call: 'POST /api/api-keys',
    body: {
      name: nightly.name,
      scopes: ['organization.read', 'member.read'],
      perMinute: 120,
      expiresInDays: 90,
    },
  })
  expect(document.body.textContent).toContain(secret)
  expect(document.body.textContent).toContain(`/api/organizations/${alice.organization!.id}`)
  await press('I have kept it')
  expect(document.body.textContent).not.toContain(secret)
})

test('what is refused is said at its field, and what was typed stays', async () => {
  const refusal = {
    status: 422,
    code: 'E_VALIDATION_ERROR',
    error: 'Some fields are missing or not valid.',
    details: { name: 'This name is not good.' },
  }
  await open([], owner, { 'POST /api/api-keys': refusal })
  await fillIn('Odd')
  await submit()

  expect(dialog().textContent).toContain('This name is not good.')
  expect(dialog().querySelector<HTMLInputElement>('[name=name]')!.value).toBe('Odd')
})

test('a key tells what it may, who made it, and how it is used', async () => {
  await open([nightly, { ...nightly, id: 'two', state: 'stopped', lastUsedAt: null, calls: 0 }])
  const text = document.body.textContent

  for (const said of [
    'gantry_0123456789ab…',
    'By Alice Archer on 1 November 2026. Expires on 30 January 2027.',
    '1,204 calls',
    'organization.read',
    'Not used yet',
    'Whoever created it is no member any more',
  ])
    expect(text).toContain(said)
})

test('revoking asks first', async () => {
  const sent = await open([nightly])
  await press('Revoke Nightly export')
  expect(sent).toEqual([])
  await press('Revoke', dialog())
  expect(sent).toEqual([{ call: 'DELETE /api/api-keys/key', body: null }])
})

test('who has not confirmed their address is told why there is no button', async () => {
  await open([], { ...owner, restrictions: ['create_key'] })
  expect(document.body.textContent).toContain('as soon as you have confirmed your e-mail address')
  expect(document.body.textContent).not.toContain('New key')
})
