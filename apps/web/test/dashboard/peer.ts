import { createServer, type IncomingMessage } from 'node:http'
import type { Entry, Invoice, Me, Subscription } from '../../app/api/contract.ts'
import { plans, posts, site } from '../peer/world.ts'

/** A gateway of its own for the signed-in pages. Cookies choose who asks (`persona`) and how things stand (`scene`). */
const port = Number(process.argv[2] ?? 41733)

const person = (fullName: string, email: string, role: Me['role'], seat: 'owner' | 'member'): Me => ({
  id: email,
  email,
  fullName,
  role,
  emailVerifiedAt: null,
  organization: { id: 'acme', name: 'Acme', slug: 'acme', role: seat },
})
const people: Record<string, Me> = {
  alice: person('Alice Archer', 'alice@acme.test', 'user', 'owner'),
  bob: person('Bob Baker', 'bob@acme.test', 'user', 'member'),
  eve: person('Eve Ellis', 'eve@gantry.test', 'editor', 'owner'),
}

const pro: Subscription = {
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
  checkoutUrl: null,
}
const scenes: Record<string, Partial<Subscription> | null> = {
  empty: null,
  active: {},
  trial: { trialEndsAt: '2036-12-05T00:00:00.000Z', currentPeriodEnd: '2036-12-05T00:00:00.000Z' },
  ending: { cancelAt: '2026-12-01T00:00:00.000Z' },
  changing: {
    planCode: 'scale_monthly',
    planName: 'Scale',
    nextPlanCode: 'pro_yearly',
  },
  incomplete: { planCode: 'scale_monthly', planName: 'Scale', status: 'incomplete', currentPeriodEnd: null },
  past_due: { status: 'past_due' },
  canceled: { status: 'canceled', cancelAt: '2026-11-10T00:00:00.000Z' },
}

const invoice = (number: number, paymentStatus: string, totalCents = 2900): Invoice => ({
  id: `invoice-${number}`,
  number: `ACM-0001-00${number}`,
  status: 'finalized',
  paymentStatus,
  issuedOn: `2026-${String(number).padStart(2, '0')}-01`,
  dueOn: `2026-${String(number).padStart(2, '0')}-15`,
  totalCents,
  currency: 'EUR',
  pdfUrl: paymentStatus === 'succeeded' ? `/api/billing/invoices/invoice-${number}/pdf` : null,
})
const invoices = [
  invoice(11, 'pending', 11240),
  invoice(10, 'failed'),
  ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => invoice(number, 'succeeded')),
]

let entries: Entry[] = posts.map(({ id, title, slug, excerpt, body, publishedAt }) => ({
  id,
  title,
  slug,
  excerpt,
  body,
  publishedAt,
  category: 'architecture',
}))

const cookies = (request: IncomingMessage) =>
  Object.fromEntries((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=')))

const bodyOf = async (request: IncomingMessage) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}

createServer(async (request, response) => {
  const { persona, scene = 'active' } = cookies(request)
  const url = new URL(request.url ?? '/', 'http://peer')
  const send = (status: number, body?: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  const data = (value: unknown, total?: number) => send(200, { success: true, data: value, total })
  const refuse = (status: number, code: string, error: string, details?: Record<string, string>) =>
    send(status, { success: false, error, code, details, requestId: '0197b3a4-6f1e-7c55-9d2b-2f8e11a40c77' })
  const paged = <T>(all: T[]) => {
    const [page, perPage] = ['page', 'perPage'].map((name) => Number(url.searchParams.get(name) ?? 1))
    data(all.slice((page! - 1) * perPage!, page! * perPage!), all.length)
  }

  const body = await bodyOf(request)
  const me = people[persona ?? '']
  const id = url.pathname.split('/').at(-1) ?? ''
  const call = `${request.method} ${url.pathname}`
  const subscription = scenes[scene] && { ...pro, ...scenes[scene] }

  if (call === 'GET /api/cms/site') return data(site)
  if (call === 'GET /api/billing/plans') return data(plans)
  if (!me) return refuse(401, 'E_UNAUTHORIZED_ACCESS', 'Please sign in.')
  if (call === 'GET /api/auth/csrf') {
    response.setHeader('set-cookie', 'XSRF-TOKEN=token; Path=/')
    return send(204)
  }
  if (call === 'GET /api/auth/me') return data(me)
  if (scene === 'broken')
    return refuse(503, 'E_SERVICE_UNAVAILABLE', 'A part of the service does not answer. Please try again.')
  switch (call) {
    case 'POST /api/auth/logout':
      response.setHeader('set-cookie', 'persona=; Path=/; Max-Age=0')
      return send(204)
    case 'PATCH /api/user/me':
      me.fullName = body.fullName
      return data(me)
    case 'POST /api/auth/change-password':
      return body.currentPassword === 'gantry-demo-2026'
        ? data(null)
        : refuse(422, 'E_VALIDATION_ERROR', 'The request was refused.', {
            currentPassword: 'This is not your current password.',
          })
    case 'GET /api/billing/subscriptions':
      return data(subscription ? [subscription] : [])
    case 'POST /api/billing/subscriptions':
      return data({ ...pro, planCode: body.planCode, checkoutUrl: '/dashboard/billing?payment=succeeded' })
    case 'GET /api/billing/invoices':
      return paged(scene === 'empty' ? [] : invoices)
  }
  if (url.pathname.startsWith('/api/billing/subscriptions/'))
    return data({ ...subscription, status: body.at === 'now' ? 'canceled' : 'active' })
  if (url.pathname === '/api/billing/checkout')
    return data({ checkoutUrl: '/dashboard/billing?payment=failed' })
  if (url.pathname.endsWith('/payment')) return data({ paymentUrl: '/dashboard/billing?payment=failed' })

  if (me.role === 'user') return refuse(403, 'E_FORBIDDEN', 'You may not do this.')
  const entry = entries.find((candidate) => candidate.id === id)
  switch (request.method) {
    case 'GET':
      if (entry) return data(entry)
      if (id === 'posts')
        return paged(
          entries.filter(({ title }) =>
            title.toLowerCase().includes((url.searchParams.get('search') ?? '').toLowerCase()),
          ),
        )
      return refuse(404, 'E_ROW_NOT_FOUND', 'Not found.')
    case 'POST':
      if (entries.some(({ slug }) => slug === body.slug))
        return refuse(422, 'E_VALIDATION_ERROR', 'The request was refused.', {
          slug: 'Another post has this slug.',
        })
      entries = [{ ...body, id: `post-${entries.length}` }, ...entries]
      return data(entries[0])
    case 'PATCH':
      if (entry) Object.assign(entry, body)
      return data(entry)
    case 'DELETE':
      entries = entries.filter((candidate) => candidate.id !== id)
      return data(null)
  }
}).listen(port, '127.0.0.1')
