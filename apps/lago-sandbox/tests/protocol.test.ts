import { describe, expect, it } from 'vitest'
import { request } from '@gantry/lago-contract'
import { useServer, world, type Json } from './server.ts'

const holder = useServer()

it('marks every answer as the sandbox’s', async () => {
  const { url } = holder.server
  for (const path of ['/', '/health', '/nonsense', '/api/v1/plans', '/checkout/none']) {
    expect((await fetch(url + path)).headers.get('x-lago-sandbox'), path).toBe('1')
  }
  expect((await (await fetch(`${url}/health`)).json()) as Json).toMatchObject({
    version: expect.stringMatching(/-sandbox$/) as unknown,
  })
})

it.each(['/plans', '/customers/unknown', '/invoices/nonsense', '/analytics/mrr', '/nothing'])(
  'refuses a wrong key on %s',
  async (path) => {
    const { status, json } = await request(`${holder.server.url}/api/v1${path}`, { key: 'wrong' })
    expect([status, json]).toEqual([401, { status: 401, error: 'Unauthorized' }])
  },
)

it('keeps the control API behind the key too', async () => {
  const { status } = await request(`${holder.server.url}/_sandbox/reset`, { method: 'POST', key: 'wrong' })
  expect(status).toBe(401)
})

it.each([
  ['GET', '/payment_requests'],
  ['POST', '/events/estimate_fees'],
  ['GET', '/billing_entities'],
])('tells %s %s apart from a route that does not exist', async (method, path) => {
  const { status, json } = await holder.server.call(method, `/api/v1${path}`)
  expect([status, json.code]).toEqual([501, 'sandbox_not_implemented'])
})

it.each([
  ['POST', '/invoices/preview'],
  ['POST', '/credit_notes'],
  ['GET', '/analytics/invoice_collection'],
])('refuses premium %s %s', async (method, path) => {
  const { status, json } = await holder.server.call(method, `/api/v1${path}`)
  expect([status, json.code]).toEqual([403, 'feature_unavailable'])
})

it('never answers 500 for a body of the wrong shape', async () => {
  const bodies = [
    null,
    [],
    'text',
    { customer: [] },
    { customer: { external_id: { a: 1 } } },
    { customer: 1 },
  ]
  for (const body of bodies) {
    const { status } = await holder.server.call('POST', '/api/v1/customers', body)
    expect([400, 422], JSON.stringify(body)).toContain(status)
  }
})

it('pages through a list', async () => {
  const { server } = holder
  for (let index = 0; index < 3; index += 1) await world(server)
  const first = (await server.call('GET', '/api/v1/plans?per_page=2')).json as { plans: Json[]; meta: Json }
  expect(first.plans).toHaveLength(2)
  expect(first.meta).toMatchObject({ current_page: 1, next_page: 2, prev_page: null })
})

describe('a customer', () => {
  it('keeps what a second POST does not name', async () => {
    const { server } = holder
    const { customerId } = await world(server, { customer: { email: 'a@acme.test', net_payment_term: 30 } })
    await server.api('POST', '/customers', { customer: { external_id: customerId, name: 'Renamed' } })
    expect(await server.api('GET', `/customers/${customerId}`)).toMatchObject({
      name: 'Renamed',
      email: 'a@acme.test',
      net_payment_term: 30,
    })
  })

  it('is made once by parallel requests', async () => {
    const { server } = holder
    const { customerId } = await world(server)
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        server.api('POST', '/customers', { customer: { external_id: `${customerId}_x` } }),
      ),
    )
    expect(new Set(made.map(({ lago_id }) => lago_id)).size).toBe(1)
  })

  it('is told when the provider is not configured', async () => {
    const { status, json } = await holder.server.call('POST', '/api/v1/customers', {
      customer: { external_id: 'elsewhere', billing_configuration: { payment_provider: 'gocardless' } },
    })
    expect([status, json.code]).toEqual([404, 'payment_provider_not_found'])
  })
})

describe('a subscription', () => {
  it('is made once by parallel requests, with one invoice', async () => {
    const { subscribe, invoices } = await world(holder.server)
    const made = await Promise.all(Array.from({ length: 8 }, () => subscribe()))
    expect(new Set(made.map(({ lago_id }) => lago_id)).size).toBe(1)
    expect(await invoices()).toHaveLength(1)
  })

  it('cannot use an id that another customer uses', async () => {
    const { server } = holder
    const first = await world(server)
    await first.subscribe()
    const second = await world(server)
    const { status, json } = await server.call('POST', '/api/v1/subscriptions', {
      subscription: {
        external_customer_id: second.customerId,
        external_id: first.customerId,
        plan_code: second.planCode,
      },
    })
    expect([status, json.error_details]).toEqual([422, { external_id: ['value_already_exist'] }])
  })

  it('ignores a scalar status in the list, as Lago does', async () => {
    const { server } = holder
    const { customerId, subscribe } = await world(server)
    await subscribe()
    const list = (query: string) =>
      server.api<Json[]>('GET', `/subscriptions?external_customer_id=${customerId}${query}`)
    expect(await list('&status=terminated')).toHaveLength(1)
    expect(await list('&status[]=terminated')).toHaveLength(0)
  })
})

it('reads entitlements of a plan through its subscription', async () => {
  const { server } = holder
  const { id, planCode, customerId, subscribe } = await world(server)
  await server.api('POST', '/features', {
    feature: { code: `seats_${id}`, privileges: [{ code: 'max', value_type: 'integer' }] },
  })
  await server.api('POST', `/plans/${planCode}/entitlements`, {
    entitlements: { [`seats_${id}`]: { max: 5 } },
  })
  await subscribe()
  await server.api('PATCH', `/subscriptions/${customerId}/entitlements`, {
    entitlements: { [`seats_${id}`]: { max: 9 } },
  })
  const [entitlement] = await server.api<Json[]>('GET', `/subscriptions/${customerId}/entitlements`)
  expect(entitlement).toMatchObject({
    code: `seats_${id}`,
    privileges: [{ code: 'max', value: 9, plan_value: 5, override_value: 9 }],
  })
})
