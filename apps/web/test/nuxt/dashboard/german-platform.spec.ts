import { mountSuspended } from '@nuxt/test-utils/runtime'
import { beforeAll, expect, test } from 'vitest'
import type { OrganizationRecord } from '~/api/contract'
import Filters from '~/components/audit/Filters.vue'
import OrganizationFacts from '~/components/admin/OrganizationFacts.vue'
import OrganizationMembers from '~/components/admin/OrganizationMembers.vue'
import Queues from '~/pages/admin/queues.vue'
import admin from '../../../i18n/locales/de/admin.json'
import dashboard from '../../../i18n/locales/de/dashboard.json'
import organizations from '../../../i18n/locales/de/organizations.json'
import settings from '../../../i18n/locales/de/settings.json'
import shared from '../../../i18n/locales/de/shared.json'
import { alice, dana } from '../../peer/world'
import { answer, settle } from './answers'

const me = { ...dana, permissions: [...dana.permissions, 'system.read' as const, 'system.manage' as const] }
const organization: OrganizationRecord = {
  id: 'acme',
  name: 'Acme',
  slug: 'acme',
  disabledAt: null,
  createdAt: '2026-11-18T08:00:00.000Z',
  members: [{ id: alice.id, fullName: alice.fullName, email: alice.email, role: 'owner' }],
  subscription: { planCode: 'pro_monthly', planName: 'Pro', status: 'past_due' },
}
const job = { id: 'job-1', name: 'welcome-mail', data: '{}', reason: 'away', queuedAt: null }

beforeAll(() => {
  useNuxtApp().$i18n.setLocaleMessage('de', { admin, dashboard, organizations, settings, shared })
  useLanguage().value = 'de'
})

test('says how an organization stands, and who belongs to it', async () => {
  const facts = await mountSuspended(OrganizationFacts, { props: { organization } })
  expect(facts.text()).toContain('Pro, Zahlung fehlgeschlagen')
  expect(facts.text()).toContain('18. November 2026')
  expect(facts.text()).toContain('Aktiv')
  const members = await mountSuspended(OrganizationMembers, { props: { organization } })
  expect(members.text()).toContain('Inhaber')
})

test.each([
  [1, 'welcome-mail, 1 Versuch, zuletzt am 20. November 2026'],
  [8, 'welcome-mail, 8 Versuche, zuletzt am 20. November 2026'],
])('counts %s attempts of a failed job', async (attempts, words) => {
  const queue = { name: 'ledger', waiting: 4, active: 1, delayed: 0, failed: 1, workers: 1 }
  answer({
    'GET /api/auth/me': me,
    'GET /api/admin/queues': [queue],
    'GET /api/admin/queues/ledger/failures': [{ ...job, attempts, failedAt: '2026-11-20T08:21:00.000Z' }],
  })
  const page = await mountSuspended(Queues)
  await settle()
  expect(page.text()).toContain(words)
  expect(page.text()).toContain('1 fehlgeschlagen')
})

test('names what a ledger can be narrowed to, and writes what has no words yet as it is', async () => {
  const actions = ['invoice.payment_failed', 'invoice.folded']
  const filters = await mountSuspended(Filters, { props: { chosen: {}, actions } })
  const options = filters.findAll('option').map((option) => option.text())
  expect(options).toEqual([settings.audit.allActions, 'Rechnung: Zahlung fehlgeschlagen', 'invoice.folded'])
})
