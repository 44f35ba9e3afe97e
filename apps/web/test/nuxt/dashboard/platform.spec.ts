import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import type { FailedJob, OrganizationRecord, Statistics } from '~/api/contract'
import OrganizationDisabled from '~/components/account/OrganizationDisabled.vue'
import Overview from '~/pages/admin/index.vue'
import OrganizationPage from '~/pages/admin/organizations/[id].vue'
import Queues from '~/pages/admin/queues.vue'
import { alice, dana } from '../../peer/world'
import { answer, settle } from './answers'

const me = {
  ...dana,
  permissions: [
    ...dana.permissions,
    'tenant.read',
    'tenant.update',
    'tenant.disable',
    'ledger.read',
    'system.read',
    'system.manage',
  ],
}
const acme: OrganizationRecord = {
  id: '0197a000-0000-7000-8000-0000000000b1',
  name: 'Acme',
  slug: 'acme',
  disabledAt: null,
  createdAt: '2026-11-18T08:00:00.000Z',
  members: [{ id: alice.id, fullName: alice.fullName, email: alice.email, role: 'owner' }],
  subscription: { planCode: 'pro_monthly', planName: 'Pro', status: 'past_due' },
}
const path = `/api/admin/organizations/${acme.id}`
const up = { status: 'up' as const, latencyMs: 3 }
const queues = [
  { name: 'ledger', waiting: 4, active: 1, delayed: 0, failed: 1, workers: 1 },
  { name: 'lago-inbox', waiting: 0, active: 0, delayed: 1, failed: 0, workers: 1 },
]
const job: FailedJob = {
  id: 'job-1',
  name: 'welcome-mail',
  data: '{"eventId":"one"}',
  reason: 'the mail server is away',
  attempts: 8,
  queuedAt: '2026-11-20T08:00:00.000Z',
  failedAt: '2026-11-20T08:21:00.000Z',
}

afterEach(() => (document.body.innerHTML = ''))

async function press(label: string, within: ParentNode = document) {
  const button = [...within.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )
  if (!button) throw new Error(`No button “${label}”`)
  button.click()
  await settle()
}
const dialog = () => vi.waitFor(() => document.querySelector('[role=dialog]')!)

test('an organization is disabled with a reason, and only after the question', async () => {
  const sent = answer({ 'GET /api/auth/me': me, [`GET ${path}`]: acme, [`POST ${path}/suspension`]: acme })
  const page = await mountSuspended(OrganizationPage, {
    route: `/admin/organizations/${acme.id}`,
    attachTo: document.body,
  })
  await settle()
  expect(page.text()).toContain('Pro, payment failed')
  expect(page.find(`a[href="/admin/users/${alice.id}"]`).exists()).toBe(true)
  await press('Disable organization')
  const asking = await dialog()
  const field = asking.querySelector('textarea')!
  field.value = 'Unpaid'
  field.dispatchEvent(new Event('input'))
  await press('Disable organization', asking)
  expect(sent).toEqual([{ call: `POST ${path}/suspension`, body: { reason: 'Unpaid' } }])
})

test('an organization is renamed, and a refused short name stands beside its field', async () => {
  const error = 'Another organization has this short name.'
  const refusal = {
    status: 422,
    code: 'E_VALIDATION_ERROR',
    error: 'Please check.',
    details: { slug: error },
  }
  const sent = answer({ 'GET /api/auth/me': me, [`GET ${path}`]: acme }, { [`PATCH ${path}`]: refusal })
  const page = await mountSuspended(OrganizationPage, { route: `/admin/organizations/${acme.id}` })
  await settle()
  await page.get('[name=slug]').setValue('globex')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: `PATCH ${path}`, body: { name: 'Acme', slug: 'globex' } }])
  expect(page.text()).toContain(error)
})

test('members are told that their organization is disabled, and nobody else is told anything', async () => {
  answer({ 'GET /api/auth/me': { ...alice, organization: { ...alice.organization, isDisabled: true } } })
  const told = await mountSuspended(OrganizationDisabled)
  await settle()
  expect(told.text()).toContain('Acme is disabled')
  answer({})
  const silent = await mountSuspended(OrganizationDisabled)
  await settle()
  expect(silent.text()).toBe('')
})

test('the overview shows the numbers it was given and which service is away', async () => {
  const statistics: Statistics = {
    users: { total: 1204, disabled: 3, recent: 40 },
    organizations: { total: 310, disabled: 1, recent: 12 },
    subscriptions: { active: 88, incomplete: 2, pastDue: 5, canceled: 9 },
  }
  const checks = { postgres: up, redis: up, cms: { status: 'down', latencyMs: 2000 }, billing: up, queue: up }
  answer({
    'GET /api/auth/me': me,
    'GET /api/admin/statistics': statistics,
    'GET /api/admin/system': { status: 'down', checks },
    'GET /api/admin/queues': queues,
  })
  const page = await mountSuspended(Overview)
  await settle()
  expect(page.text()).toContain('1204')
  expect(page.text()).toContain('5 past due')
  expect(page.text()).toContain('Content system' + 'does not answer')
  expect(page.text()).toContain('1 failed job')
})

test('a failed job says why, is tried again, and deleted only after the question', async () => {
  const failures = '/api/admin/queues/ledger/failures'
  const sent = answer({
    'GET /api/auth/me': me,
    'GET /api/admin/queues': queues,
    [`GET ${failures}`]: [job],
    [`POST ${failures}/job-1/retry`]: null,
    [`DELETE ${failures}/job-1`]: null,
  })
  const page = await mountSuspended(Queues, { route: '/admin/queues', attachTo: document.body })
  await settle()
  expect(page.text()).toContain('the mail server is away')
  await press('Try again')
  expect(sent).toEqual([{ call: `POST ${failures}/job-1/retry`, body: null }])
  await press('Delete')
  expect(sent).toHaveLength(1)
  await press('Delete job', await dialog())
  expect(sent.at(-1)).toEqual({ call: `DELETE ${failures}/job-1`, body: null })
})
