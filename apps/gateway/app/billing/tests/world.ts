import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { Worker } from 'bullmq'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { tokenForCredentials } from '#accounts/access_token'
import User from '#accounts/models/user'
import Organization from '#organizations/models/organization'
import { lago } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import Subscription from '#billing/models/subscription'
import processWebhook from '#billing/jobs/process_webhook'
import { PriceList } from '#billing/price_list'
import { WebhookEndpoint } from '#billing/webhook_endpoint'
import { blockingConnection } from '#config/redis'
import env from '#start/env'

/** An organization of its own for each test: the sandbox is shared. */
export async function organization(name = 'Acme') {
  return Organization.create({ name })
}

/** Someone with a role there, and the headers that prove it. */
export async function memberOf(organization: Organization, role: string) {
  const user = await User.create({
    email: `${uuidv7()}@acme.test`,
    fullName: 'Alice',
    password: 'gantry-demo-2026',
    emailVerifiedAt: DateTime.utc(),
  })
  await organization.related('memberships').create({ userId: user.id, role })
  const { token } = await tokenForCredentials(user)
  return { authorization: `Bearer ${token}` }
}

export async function owner() {
  const acme = await organization()
  return { acme, alice: await memberOf(acme, 'owner') }
}

export const subscribe = (client: ApiClient, headers: Record<string, string>, planCode: string) =>
  client.post('/api/billing/subscriptions').headers(headers).json({ planCode })

export const active = async (id: string) =>
  (await lago.subscriptions(id)).filter(({ status }) => status === 'active')

/** What the ledger says of an organization's subscriptions or invoices, oldest first. */
export async function actionsOf(organizationId: string, subjectType: 'subscription' | 'invoice') {
  const rows = await db
    .from('ledger_events')
    .where({ organization_id: organizationId, subject_type: subjectType })
    .orderBy('id')
  return rows.map(({ action }) => action as string)
}

/** Waits until something is so; what never becomes so fails the test. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  seconds = 10,
): Promise<T> {
  for (let attempt = 0; attempt < seconds * 10; attempt += 1) {
    const found = await probe()
    if (found) return found
    await sleep(100)
  }
  throw new Error(`Never came: ${what}`)
}

export const becomes = (organizationId: string, status: Subscription['status']) =>
  eventually(`a subscription that is ${status}`, () =>
    Subscription.of(organizationId).where({ status }).first(),
  )

/** Asks the sandbox for what Lago itself has no API for. */
export async function control(method: string, path: string, body?: object) {
  const response = await fetch(`${env.get('LAGO_URL')}/_sandbox${path}`, {
    method,
    headers: {
      authorization: `Bearer ${env.get('LAGO_API_KEY').release()}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json() as Promise<Record<string, unknown>>
}

export const cards = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' }

/** Fills in the sandbox's payment page; it sends the browser back after a payment, and shows itself again after none. */
export async function pay(checkoutUrl: string, number: string) {
  const form = new URLSearchParams({ number, expires: '12 / 34', cvc: '123', name: 'Alice Acme' })
  const response = await fetch(checkoutUrl, { method: 'POST', body: form, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), page: await response.text() }
}

const endpointName = 'Gantry tests'

/** Lets Lago's webhooks arrive at the test server, and works off what they leave in the queue. */
export async function listenToLago() {
  await new PriceList().apply()
  await new WebhookEndpoint(env.get('LAGO_WEBHOOK_URL'), endpointName).register()
  const worker = new Worker<{ uniqueKey: string }>('lago-webhooks', ({ data }) => processWebhook(data), {
    connection: blockingConnection,
    concurrency: 5,
  })
  worker.on('error', () => {})
  return async () => {
    await ignoreLago()
    await worker.close()
  }
}

export async function ignoreLago() {
  const endpoints = await lago.webhookEndpoints()
  for (const { lago_id: id, webhook_url: url } of endpoints) {
    if (url === env.get('LAGO_WEBHOOK_URL')) await lago.destroyWebhookEndpoint(id)
  }
}

/** Has our copy say what Lago says of a customer. */
export const read = (id: string) => leased(id, (lease) => new CustomerMirror(id, lease).refresh())
