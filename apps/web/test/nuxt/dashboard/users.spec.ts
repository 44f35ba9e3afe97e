import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import type { UserRecord } from '~/api/contract'
import UserPage from '~/pages/admin/users/[id].vue'
import { AccountImpersonation } from '#components'
import Users from '~/pages/admin/users/index.vue'
import { dana, users } from '../../peer/world'
import { answer, settle, type Refusal } from './answers'

const [alice] = users as [(typeof users)[0]]
const path = `/api/admin/users/${alice.id}`
const record: UserRecord = {
  ...alice,
  roles: ['user', 'editor', 'platform_admin'],
  twoFactorEnabledAt: null,
  passkeys: 0,
  memberships: [{ id: 'acme', name: 'Acme', slug: 'acme', role: 'owner' }],
}

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function open(
  person = record,
  answers: Record<string, unknown> = {},
  refusals?: Record<string, Refusal>,
) {
  const sent = answer(
    { 'GET /api/auth/me': dana, [`GET /api/admin/users/${person.id}`]: person, ...answers },
    refusals,
  )
  const page = await mountSuspended(UserPage, {
    route: `/admin/users/${person.id}`,
    attachTo: document.body,
  })
  await settle()
  return { page, sent }
}

const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent?.trim())

async function press(label: string, within: ParentNode = document) {
  const button = [...within.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )
  if (!button) throw new Error(`No button “${label}”`)
  button.click()
  await settle()
}

const dialog = () => vi.waitFor(() => document.querySelector('[role=dialog]')!)

test('lists people and keeps what was asked for in the address of the file', async () => {
  answer({ 'GET /api/auth/me': dana, 'GET /api/admin/users': users })
  const page = await mountSuspended(Users, { route: '/admin/users?search=a&state=active&sort=email&page=1' })
  await settle()
  expect(page.findAll('tbody tr')).toHaveLength(2)
  expect(page.get('[aria-sort]').text()).toContain('E-mail')
  expect(page.get<HTMLInputElement>('[name=search]').element.value).toBe('a')
  expect(page.get('a[aria-label="Download the list as CSV"]').attributes('href')).toBe(
    '/api/admin/users.csv?state=active&sort=email&search=a',
  )
})

test('asks once for what was typed in one go', async () => {
  answer({ 'GET /api/auth/me': dana, 'GET /api/admin/users': users })
  const page = await mountSuspended(Users, { route: '/admin/users' })
  await settle()
  vi.useFakeTimers()
  const field = page.get<HTMLInputElement>('[name=search]')
  for (const text of ['b', 'bo', 'bob ']) await field.setValue(text)
  expect(useRoute().query.search).toBeUndefined()
  vi.runAllTimers()
  vi.useRealTimers()
  await vi.waitFor(() => expect(useRoute().query.search).toBe('bob'))
  expect(field.element.value).toBe('bob ')
})

test('says that nobody matches, with a way back to all', async () => {
  answer({ 'GET /api/auth/me': dana, 'GET /api/admin/users': [] })
  const page = await mountSuspended(Users, { route: '/admin/users?search=nobody' })
  await settle()
  expect(page.text()).toContain('Nothing matches')
  expect(page.get('main, div').find('a[href="/admin/users"]').exists()).toBe(true)
})

test('saves name, role and reason', async () => {
  const { page, sent } = await open(record, { [`PATCH ${path}`]: record })
  await page.get('[name=fullName]').setValue('Alice A.')
  await page.get('[name=reason]').setValue(' Married ')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([
    {
      call: `PATCH ${path}`,
      body: { fullName: 'Alice A.', role: 'user', verified: true, reason: 'Married' },
    },
  ])
  expect(useNotices().notices.at(-1)?.title).toBe('User saved')
})

test('disables nobody without a reason', async () => {
  const { sent } = await open(record, { [`POST ${path}/suspension`]: record })
  await press('Disable account')
  const asking = await dialog()
  await press('Disable account', asking)
  expect(asking.textContent).toContain('Please say why, in a few words.')
  expect(sent).toEqual([])

  const field = asking.querySelector('textarea')!
  field.value = 'Sent spam'
  field.dispatchEvent(new Event('input'))
  await press('Disable account', asking)
  expect(sent).toEqual([{ call: `POST ${path}/suspension`, body: { reason: 'Sent spam' } }])
})

const factors = { twoFactorEnabledAt: '2026-11-20T08:00:00.000Z', passkeys: 2 }

test('removes a second factor with a reason, and leaves the passkeys', async () => {
  const call = `POST ${path}/two-factor-reset`
  const { page, sent } = await open({ ...record, ...factors }, { [call]: record })
  expect(page.text()).toContain('Passkeys: 2.')
  await press('Remove second factor')
  const asking = await dialog()
  await press('Remove second factor', asking)
  expect(asking.textContent).toContain('Please say why, in a few words.')
  expect(sent).toEqual([])

  const field = asking.querySelector('textarea')!
  field.value = 'Lost the phone'
  field.dispatchEvent(new Event('input'))
  await press('Remove second factor', asking)
  expect(sent).toEqual([{ call, body: { passkeys: false, reason: 'Lost the phone' } }])
})

test('removes passkeys as well where that is chosen', async () => {
  const call = `POST ${path}/two-factor-reset`
  const { sent } = await open({ ...record, ...factors }, { [call]: record })
  await press('Remove second factor')
  const asking = await dialog()
  asking.querySelector<HTMLElement>('[role=checkbox]')!.click()
  const field = asking.querySelector('textarea')!
  field.value = 'Stolen'
  field.dispatchEvent(new Event('input'))
  await press('Remove second factor', asking)
  expect(sent).toEqual([{ call, body: { passkeys: true, reason: 'Stolen' } }])
})

test('nobody removes their own second factor here, nor one that is not there', async () => {
  await open(record)
  expect(buttons()).not.toContain('Remove second factor')
  document.body.innerHTML = ''
  await open({ ...record, ...factors, id: dana.id, fullName: dana.fullName })
  expect(buttons()).not.toContain('Remove second factor')
})

test('a disabled person can be enabled, and is mailed nothing', async () => {
  const { sent } = await open(
    { ...record, emailVerifiedAt: null, disabledAt: '2026-11-20T08:00:00.000Z' },
    { [`DELETE ${path}/suspension`]: record },
  )
  expect(buttons()).not.toContain('Send again')
  await press('Enable account')
  expect(sent).toEqual([{ call: `DELETE ${path}/suspension`, body: null }])
})

test('who has not confirmed their address is mailed again', async () => {
  const { sent } = await open(
    { ...record, emailVerifiedAt: null },
    { [`POST ${path}/verification-mail`]: {} },
  )
  await press('Send again')
  expect(sent).toEqual([{ call: `POST ${path}/verification-mail`, body: null }])
})

test('nobody can disable or demote themselves', async () => {
  const { page } = await open({ ...record, id: dana.id, fullName: dana.fullName })
  expect(buttons()).not.toContain('Disable account')
  expect(page.text()).toContain('Another administrator has to change your own role.')
})

test('says why an act was refused', async () => {
  await open(
    record,
    {},
    {
      [`DELETE ${path}/sessions`]: { status: 403, code: 'E_FORBIDDEN', error: 'You may not do this.' },
    },
  )
  await press('End all sessions')
  const asking = await dialog()
  await press('End all sessions', asking)
  expect(asking.textContent).toContain('You may not do this.')
})

test('acting as somebody says what that means, and asks why', async () => {
  const { sent } = await open()
  await press('Act as them')
  const asked = await dialog()
  expect(asked.textContent).toContain('They and their organization are told')
  await press('Act as this person', asked)
  expect(asked.textContent).toContain('Please say why')
  expect(sent).toEqual([])
})

test('nobody acts as who works on the platform, or as somebody disabled', async () => {
  await open({ ...record, role: 'editor' })
  expect(buttons()).not.toContain('Act as them')
  document.body.innerHTML = ''
  useQueryCache().caches.clear()
  await open({ ...record, disabledAt: '2026-11-01T10:00:00.000Z' })
  expect(buttons()).not.toContain('Act as them')
})

test('a banner says as whom somebody acts, until when and why, and ends it', async () => {
  const endsAt = new Date(Date.now() + 600_000).toISOString()
  const acting = {
    ...dana,
    fullName: 'Alice Ames',
    impersonation: { administrator: 'Dana', reason: 'Ticket 4711', endsAt },
  }
  const sent = answer({ 'GET /api/auth/me': acting, 'DELETE /api/auth/impersonation': null })
  const banner = await mountSuspended(AccountImpersonation, { attachTo: document.body })
  await settle()
  expect(banner.text()).toContain('You act as Alice Ames')
  expect(banner.text()).toContain('Ticket 4711')
  await press('Stop acting')
  expect(sent).toEqual([{ call: 'DELETE /api/auth/impersonation', body: null }])
})

test('without somebody to act as there is no banner', async () => {
  answer({ 'GET /api/auth/me': dana })
  const banner = await mountSuspended(AccountImpersonation)
  await settle()
  expect(banner.text()).toBe('')
})
