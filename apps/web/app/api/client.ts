// Stands in for the generated client of @gantry/api-contract: same calls, written by hand until it exists.
import type {
  Article,
  Entry,
  EntryDraft,
  Invoice,
  Me,
  Page,
  Plan,
  Post,
  Redirection,
  Site,
  Subscription,
} from './contract'

type Values = Record<string, string | number | undefined>

interface Routes {
  'auth.csrf': { data: null }
  'auth.me': { data: Me }
  'auth.login': { body: { email: string; password: string }; data: { user: Me } }
  'auth.register': { body: { email: string; password: string; fullName: string }; data: { user: Me } }
  'auth.logout': { data: null }
  'auth.change_password': { body: { currentPassword: string; password: string }; data: null }
  'user.update': { body: { fullName: string }; data: Me }
  'cms.site': { data: Site }
  'cms.page': { params: { path: string }; data: Page | Redirection }
  'cms.posts.index': { query?: Values; data: Post[] }
  'cms.posts.show': { params: { slug: string }; data: Article }
  'cms.posts.store': { body: EntryDraft; data: Entry }
  'cms.posts.update': { params: { id: string }; body: Partial<EntryDraft>; data: Entry }
  'cms.posts.destroy': { params: { id: string }; data: null }
  'cms.entries.index': { query?: Values; data: Entry[] }
  'cms.entries.show': { params: { id: string }; data: Entry }
  'cms.sitemap': { data: { path: string; updatedAt: string | null }[] }
  'cms.form_submissions.store': {
    params: { id: string }
    body: { values: Record<string, unknown>; website?: string; elapsedMs: number }
    data: { form: string }
  }
  'billing.plans.index': { data: Plan[] }
  'billing.subscriptions.index': { data: Subscription[] }
  'billing.subscriptions.store': { body: { planCode: string }; data: Subscription }
  'billing.subscriptions.destroy': {
    params: { id: string }
    body: { at: 'now' | 'period_end' }
    data: Subscription
  }
  'billing.subscriptions.update': { params: { id: string }; body: { cancelAt: null }; data: Subscription }
  'billing.checkout.store': { data: { checkoutUrl: string } }
  'billing.invoices.index': { query?: Values; data: Invoice[] }
  'billing.invoices.pay': { params: { id: string }; data: { paymentUrl: string } }
}

const paths: Record<keyof Routes, string> = {
  'auth.csrf': 'GET /api/auth/csrf',
  'auth.me': 'GET /api/auth/me',
  'auth.login': 'POST /api/auth/login',
  'auth.register': 'POST /api/auth/register',
  'auth.logout': 'POST /api/auth/logout',
  'auth.change_password': 'POST /api/auth/change-password',
  'user.update': 'PATCH /api/user/me',
  'cms.site': 'GET /api/cms/site',
  'cms.page': 'GET /api/cms/pages/:path',
  'cms.posts.index': 'GET /api/cms/posts',
  'cms.posts.show': 'GET /api/cms/posts/:slug',
  'cms.posts.store': 'POST /api/cms/posts',
  'cms.posts.update': 'PATCH /api/cms/posts/:id',
  'cms.posts.destroy': 'DELETE /api/cms/posts/:id',
  'cms.entries.index': 'GET /api/cms/collections/posts',
  'cms.entries.show': 'GET /api/cms/collections/posts/:id',
  'cms.sitemap': 'GET /api/cms/sitemap',
  'cms.form_submissions.store': 'POST /api/cms/forms/:id/submissions',
  'billing.plans.index': 'GET /api/billing/plans',
  'billing.subscriptions.index': 'GET /api/billing/subscriptions',
  'billing.subscriptions.store': 'POST /api/billing/subscriptions',
  'billing.subscriptions.destroy': 'DELETE /api/billing/subscriptions/:id',
  'billing.subscriptions.update': 'PATCH /api/billing/subscriptions/:id',
  'billing.checkout.store': 'POST /api/billing/checkout',
  'billing.invoices.index': 'GET /api/billing/invoices',
  'billing.invoices.pay': 'POST /api/billing/invoices/:id/payment',
}

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly requestId?: string
  readonly details: Record<string, string>
  constructor(
    status: number,
    answer: { error: string; code: string; requestId?: string; details?: Record<string, string> },
  ) {
    super(answer.error)
    this.status = status
    this.code = answer.code
    this.requestId = answer.requestId
    this.details = answer.details ?? {}
  }
}

interface ClientOptions {
  baseUrl: string
  fetch: typeof fetch
  headers: () => Record<string, string> | Promise<Record<string, string>>
  onResponse?: (response: Response) => void
}

type Input<N extends keyof Routes> = Omit<Routes[N], 'data'>
type Arguments<N extends keyof Routes> = object extends Input<N> ? [input?: Input<N>] : [input: Input<N>]

export function createClient({ baseUrl, fetch, headers, onResponse }: ClientOptions) {
  return async function api<N extends keyof Routes>(
    name: N,
    ...[input = {} as Input<N>]: Arguments<N>
  ): Promise<{ data: Routes[N]['data']; total?: number }> {
    const { params = {}, query = {}, body } = input as { params?: Values; query?: Values; body?: unknown }
    const [method, pattern] = paths[name].split(' ') as [string, string]
    const path = pattern.replace(/:(\w+)/g, (_, key) =>
      `${params[key]}`.split('/').map(encodeURIComponent).join('/'),
    )
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]])),
    )
    const response = await fetch(baseUrl + path + (search.size ? `?${search}` : ''), {
      method,
      headers: {
        accept: 'application/json',
        ...(await headers()),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
    onResponse?.(response)
    if (response.status === 204) return { data: null as never }
    const answer = await response.json()
    if (!answer.success) throw new ApiError(response.status, answer)
    return answer
  }
}
