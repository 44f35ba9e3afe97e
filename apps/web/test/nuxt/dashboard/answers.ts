import type {
  BlockTypes,
  Invoice,
  PageEntry,
  PlanPreview,
  PostEntry,
  PrepaidCredit,
  Subscription,
} from '~/api/contract'
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import { alice, plans, site } from '../../peer/world'

export const subscription: Subscription = {
  id: 'subscription',
  planCode: 'pro_monthly',
  planName: 'Pro',
  status: 'active',
  startedAt: '2026-11-01T00:00:00.000Z',
  currentPeriodEnd: '2026-12-01T00:00:00.000Z',
  trialEndsAt: null,
  cancelAt: null,
  canceledAt: null,
  nextPlanCode: null,
}

export const preview: PlanPreview = {
  kind: 'now',
  planCode: 'scale_monthly',
  planName: 'Scale',
  currency: 'EUR',
  startsAt: '2026-11-11T00:00:00.000Z',
  coveredUntil: '2026-11-30',
  trialEndsAt: null,
  planCents: 6600,
  usageCents: 0,
  couponCents: 0,
  taxCents: 1254,
  creditCents: 2353,
  prepaidCents: 0,
  dueCents: 5501,
}

export const wallet: PrepaidCredit = {
  balanceCents: 0,
  currency: 'EUR',
  lowBalanceCents: null,
  isLow: false,
  leastCents: 5_00,
  mostCents: 5_000_00,
  transactions: [],
}

export const invoice: Invoice = {
  id: 'invoice',
  number: 'ACM-0001-001',
  status: 'finalized',
  paymentStatus: 'pending',
  paymentError: null,
  overdue: false,
  issuedOn: '2026-11-01',
  dueOn: null,
  totalCents: 9900,
  currency: 'EUR',
  pdfUrl: null,
}

const seo = { title: null, description: null, image: null, noIndex: false }
const published = {
  isPublished: true,
  hasDraft: false,
  isMine: true,
  schedule: null,
  updatedAt: '2026-11-01T08:30:00.000Z',
}

export const entry: PostEntry = {
  ...published,
  id: 'post',
  address: '/blog/ledger',
  title: 'What a ledger is for',
  slug: 'ledger',
  language: 'en',
  excerpt: 'A row for every change.',
  body: 'Rows.',
  image: null,
  author: null,
  category: null,
  tags: [],
  publishedAt: '2026-11-01T08:30:00.000Z',
  seo,
}

export const pageEntry: PageEntry = {
  ...published,
  id: 'page',
  address: '/yard',
  path: '/yard',
  language: 'en',
  title: 'Yard',
  seo,
  blocks: [
    {
      id: 'one',
      type: 'rich_text',
      collection: 'block_rich_text',
      values: { title: 'First', body: 'Cranes.' },
    },
    { id: 'two', type: 'unknown', collection: 'block_map', values: {} },
  ],
}

const text = { most: 200, help: null, options: [], fields: [] }

export const blockTypes: BlockTypes = {
  types: [
    {
      type: 'rich_text',
      label: 'Text',
      icon: 'text',
      fields: [
        { ...text, name: 'title', label: 'Title', kind: 'line', required: false },
        { ...text, name: 'body', label: 'Text', kind: 'markdown', required: true },
      ],
    },
  ],
  forms: [],
  categories: [],
  authors: [],
}

export interface Refusal {
  status: number
  code: string
  error: string
  details?: Record<string, string>
}

/** Answers the API's calls with data or a refusal; gives back what was sent besides reads. */
export function answer(answers: Record<string, unknown>, refusals: Record<string, Refusal> = {}) {
  const sent: { call: string; body: unknown }[] = []
  const known: Record<string, unknown> = {
    'GET /api/auth/me': alice,
    'GET /api/user/events': [],
    'GET /api/admin/ledger': [],
    'GET /api/auth/identities': [],
    'GET /api/auth/providers': [],
    'GET /api/auth/passkeys': [],
    'GET /api/auth/two-factor': { enabledAt: null, recoveryCodesLeft: 0 },
    'GET /api/cms/site': site,
    'GET /api/cms/block-types': blockTypes,
    'GET /api/billing/plans': plans,
    'GET /api/billing/subscriptions': [],
    'GET /api/billing/invoices': [],
    'GET /api/billing/coupons': [],
    'GET /api/billing/wallet': wallet,
    'GET /api/billing/entitlements': {
      planCode: 'scale_monthly',
      planName: 'Scale',
      features: { sso: true, api_calls: null },
      suspendsAt: null,
      suspendedAt: null,
      balanceIsLow: false,
      currency: 'EUR',
      currencyIsFinal: false,
    },
    ...answers,
  }
  document.cookie = 'XSRF-TOKEN=token; path=/'
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const call = `${method} ${address.split('?')[0]}`
    if (method !== 'GET') sent.push({ call, body: init.body ? JSON.parse(String(init.body)) : null })
    const refusal = refusals[call]
    if (refusal)
      return new Response(JSON.stringify({ success: false, ...refusal }), { status: refusal.status })
    if (!(call in known)) throw new Error(`Nobody answers ${call}`)
    return new Response(JSON.stringify({ success: true, data: known[call] }))
  })
  useQueryCache().caches.clear()
  return sent
}

/** Waits for the answers, and for what is asked because of them. */
export async function settle() {
  for (let round = 0; round < 4; round++) await flushPromises()
}
