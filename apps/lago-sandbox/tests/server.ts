import { randomUUID } from 'node:crypto'
import { request, sandboxTarget } from '@gantry/lago-contract'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { readEnv, type Env } from '../src/env.ts'
import { start } from '../src/server.ts'

export type Json = Record<string, unknown>

/** A sandbox of its own in a schema of its own. */
export async function startServer(changes: Partial<Env> = {}) {
  const base = readEnv()
  const schema = `test_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const env: Env = { ...base, port: 0, database: { ...base.database, schema }, ...changes }
  const server = await start(env)
  const url = `http://${env.host}:${server.port}`
  const call = async (method: string, path: string, body?: unknown) =>
    request(`${url}${path}`, { method, key: env.apiKey, body })

  /** A call below /api/v1 that must succeed; answers what stands under its root key. */
  const api = async <T = Json>(method: string, path: string, body?: Json): Promise<T> => {
    const answer = await call(method, `/api/v1${path}`, body)
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    const { meta: _, ...roots } = answer.json
    return Object.values(roots)[0] as T
  }

  return {
    env,
    url,
    call,
    api,
    target: sandboxTarget(url, env.apiKey),
    control: (method: string, path: string, body?: Json) => call(method, `/_sandbox${path}`, body),
    clock: server.clock,
    /** Stops the server and keeps its data. */
    stop: server.stop,
    async destroy() {
      await server.stop()
      const client = new pg.Client(env.database)
      await client.connect()
      await client.query(`drop schema ${pg.escapeIdentifier(env.database.schema)} cascade`)
      await client.end()
    },
  }
}

export type Server = Awaited<ReturnType<typeof startServer>>

/** One server for a test file. */
export function useServer(changes: Partial<Env> = {}) {
  const holder = {} as { server: Server }
  beforeAll(async () => {
    holder.server = await startServer(changes)
  })
  afterAll(() => holder.server.destroy())
  return holder
}

/** A plan and a customer under names of their own. */
export async function world(
  { api }: Server,
  { plan = {}, customer = {} }: { plan?: Json; customer?: Json } = {},
) {
  const id = randomUUID().slice(0, 8)
  const planCode = `plan_${id}`
  const customerId = `customer_${id}`
  await api('POST', '/plans', {
    plan: {
      name: 'Pro',
      code: planCode,
      interval: 'monthly',
      amount_cents: 2900,
      amount_currency: 'EUR',
      pay_in_advance: true,
      ...plan,
    },
  })
  await api('POST', '/customers', { customer: { external_id: customerId, name: 'Acme', ...customer } })
  const subscribe = (changes: Json = {}) =>
    api('POST', '/subscriptions', {
      subscription: {
        external_customer_id: customerId,
        external_id: customerId,
        plan_code: planCode,
        billing_time: 'anniversary',
        ...changes,
      },
    })
  const invoices = async () =>
    (await api<Json[]>('GET', `/invoices?external_customer_id=${customerId}`)).toReversed()
  return { id, planCode, customerId, subscribe, invoices }
}

export const WITH_PROVIDER = {
  billing_configuration: {
    payment_provider: 'stripe',
    payment_provider_code: 'simulated',
    sync_with_provider: true,
    provider_payment_methods: ['card'],
  },
}
