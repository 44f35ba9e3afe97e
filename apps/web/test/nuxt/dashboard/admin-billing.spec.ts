import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test } from 'vitest'
import type { BillingFigures, LagoWebhook, OrganizationBilling } from '~/api/contract'
import OrganizationBillingView from '~/components/admin/OrganizationBilling.vue'
import Figures from '~/pages/admin/billing/index.vue'
import Inbox from '~/pages/admin/billing/webhooks.vue'
import { dana } from '../../peer/world'
import { answer, invoice, settle, subscription } from './answers'

const me = { ...dana, permissions: [...dana.permissions, 'system.read', 'system.manage', 'tenant.read'] }
const acme = { organizationId: 'acme', organizationName: 'Acme' }
const sums = { currency: 'EUR', invoices: 2, invoicedCents: 198_00, taxCents: 31_61, paidCents: 99_00 }
const figures: BillingFigures = {
  recurring: [{ currency: 'EUR', monthlyCents: 128_00, yearlyCents: 1536_00, subscriptions: 2 }],
  churn: { before: 8, lost: 1 },
  months: [{ ...sums, month: '2026-11' }],
  plans: [{ ...sums, planCode: 'scale_monthly', planName: 'Scale', organizations: 1 }],
  trials: [{ ...acme, id: 'trial', planName: 'Pro', endsAt: '2026-12-04T10:00:00.000Z' }],
  troubles: [
    {
      ...acme,
      id: 'trouble',
      attempts: 1,
      reminders: 1,
      invoices: 1,
      owedCents: 99_00,
      currency: 'EUR',
      beganAt: '2026-11-20T10:00:00.000Z',
      suspendsAt: '2026-12-04T10:00:00.000Z',
      suspendedAt: null,
    },
  ],
  dashboardUrl: null,
}
const webhook: LagoWebhook = {
  id: 'key-1',
  type: 'invoice.created',
  organizationId: null,
  state: 'failed',
  attempts: 2,
  error: 'Lago was away',
  receivedAt: '2026-11-20T10:00:00.000Z',
  processedAt: null,
}

afterEach(() => (document.body.innerHTML = ''))

async function open(answers: Record<string, unknown>, page: typeof Figures | typeof Inbox, route: string) {
  const sent = answer({ 'GET /api/auth/me': me, ...answers })
  const mounted = await mountSuspended(page, { route, attachTo: document.body })
  await settle()
  return { sent, page: mounted }
}

test('shows the money as it was counted, and no link that nobody has named', async () => {
  const { page } = await open({ 'GET /api/admin/billing': figures }, Figures, '/admin/billing')
  for (const words of ['€128.00', '€1,536.00', '12.5%', '1 of 8 that were paying', '1 and 1', '0 suspended'])
    expect(page.text()).toContain(words)
  for (const words of ['November 2026', 'Scale', '€198.00', '€31.61', 'Until 4 December 2026'])
    expect(page.text()).toContain(words)
  expect(page.find('a[href="/admin/organizations/acme"]').exists()).toBe(true)
  expect(page.text()).not.toContain('Lago’s dashboard')
})

test('says that there is nothing yet', async () => {
  const nothing = {
    recurring: [],
    churn: { before: 0, lost: 0 },
    months: [],
    plans: [],
    trials: [],
    troubles: [],
  }
  const dashboardUrl = 'https://lago.example.com'
  const { page } = await open(
    { 'GET /api/admin/billing': { ...nothing, dashboardUrl } },
    Figures,
    '/admin/billing',
  )
  for (const words of ['Nobody owes anything', 'Nobody is trying a plan', 'No invoice has been issued yet'])
    expect(page.text()).toContain(words)
  expect(page.find(`a[href="${dashboardUrl}"]`).exists()).toBe(true)
})

test('a message says why it failed, and is replayed', async () => {
  const replay = '/api/admin/billing/webhooks/key-1/replay'
  const { page, sent } = await open(
    { 'GET /api/admin/billing/webhooks': [webhook], [`POST ${replay}`]: { ...webhook, state: 'waiting' } },
    Inbox,
    '/admin/billing/webhooks?state=failed',
  )
  expect(page.text()).toContain('Lago was away')
  expect(page.get<HTMLSelectElement>('select[aria-label="State"]').element.value).toBe('failed')
  await page.get('button[aria-label^="Replay invoice.created"]').trigger('click')
  await settle()
  expect(sent).toEqual([{ call: `POST ${replay}`, body: null }])
})

test('an empty inbox says so', async () => {
  const { page } = await open({ 'GET /api/admin/billing/webhooks': [] }, Inbox, '/admin/billing/webhooks')
  expect(page.text()).toContain('Lago has not told us anything yet.')
})

test('shows what one organization owes', async () => {
  const billing: OrganizationBilling = {
    subscription,
    legalName: 'Acme GmbH',
    country: 'DE',
    taxNumber: 'DE136695976',
    syncedAt: '2026-11-20T10:00:00.000Z',
    openInvoices: [invoice],
    trouble: {
      beganAt: '2026-11-20T10:00:00.000Z',
      attempts: 1,
      reminders: 1,
      suspendsAt: '2026-12-04T10:00:00.000Z',
      suspendedAt: null,
    },
  }
  answer({ 'GET /api/auth/me': me, 'GET /api/admin/organizations/acme/billing': billing })
  const page = await mountSuspended(OrganizationBillingView, { props: { id: 'acme' } })
  await settle()
  for (const words of ['Acme GmbH, DE', 'DE136695976', 'ACM-0001-001', 'suspended on 4 December 2026'])
    expect(page.text()).toContain(words)
})
