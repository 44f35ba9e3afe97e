import { Hono } from 'hono'
import { lockedOwner } from '../domain/customers.ts'
import { inZone } from '../domain/dates.ts'
import { eventFee } from '../domain/fees.ts'
import { insertFee } from '../domain/invoicing.ts'
import { Billing } from '../domain/subscription_billing.ts'
import { chargesOf, chargeUsage } from '../domain/usage.ts'
import { invalid, notFound } from '../errors.ts'
import { bodyOf, isBlank, listOf, paginate, record, text, type Params } from '../http.ts'
import type { EventRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeEvent } from '../serializers/catalogue.ts'
import { serializeFee } from '../serializers/fee.ts'
import { param, route, serializeAll } from './route.ts'

const MAX_BATCH = 100

type Problems = Record<string, string[]>

/** Unix seconds, as a number or a string, decimals allowed. */
function timestampOf(value: unknown) {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined
  const date = new Date(Math.round(seconds * 1000))
  return Number.isNaN(date.getTime()) ? undefined : date
}

async function check(transaction: Transaction, params: Params, batch: Set<string>) {
  const problems: Problems = {}
  for (const field of ['transaction_id', 'code']) {
    if (isBlank(params[field])) problems[field] = ['value_is_mandatory']
  }
  if (!isBlank(params.timestamp) && !timestampOf(params.timestamp)) problems.timestamp = ['invalid_format']
  const transactionId = text(params.transaction_id)
  const subscription = text(params.external_subscription_id) ?? ''
  if (transactionId) {
    const key = JSON.stringify([subscription, transactionId])
    const known = await transaction.find('events', {
      external_subscription_id: subscription,
      transaction_id: transactionId,
    })
    if (known || batch.has(key)) problems.transaction_id = ['value_already_exist']
    batch.add(key)
  }
  return problems
}

async function store(transaction: Transaction, params: Params) {
  const event = await transaction.insert('events', {
    transaction_id: text(params.transaction_id)!,
    code: text(params.code)!,
    external_subscription_id: text(params.external_subscription_id) ?? '',
    timestamp: timestampOf(params.timestamp) ?? transaction.now,
    properties: record(params.properties),
    precise_total_amount_cents: text(params.precise_total_amount_cents),
  })
  await billInAdvance(transaction, event)
  return event
}

/** Each event of an in-advance charge is billed by itself, for what it adds to the price (CONTRACT 3.10). */
async function billInAdvance(transaction: Transaction, event: EventRow) {
  const subscription = await transaction.find('subscriptions', {
    external_id: event.external_subscription_id,
    status: 'active',
  })
  if (!subscription?.started_at || event.timestamp < subscription.started_at) return
  const metric = await transaction.find('billable_metrics', { code: event.code, deleted_at: null })
  if (!metric) return
  const plan = await transaction.get('plans', subscription.plan_id)
  const charges = (await chargesOf(transaction, plan)).filter(
    ({ pay_in_advance, billable_metric_id }) => pay_in_advance && billable_metric_id === metric.id,
  )
  if (charges.length === 0) return

  const customer = await lockedOwner(transaction, subscription.customer_id)
  const billing = new Billing(transaction, customer)
  // An event that comes late still belongs to the period in which it happened.
  const at = inZone(event.timestamp, billing.zone)
  const window = billing.currentWindow(subscription, plan, at)
  for (const charge of charges) {
    const usage = (keep: (other: EventRow) => boolean) =>
      chargeUsage(transaction, subscription, plan, charge, window, keep)
    const before = await usage(({ id }) => id !== event.id)
    const after = await usage(() => true)
    const index = after.findIndex(
      ({ usage: { eventsCount } }, position) => eventsCount !== before[position]?.usage.eventsCount,
    )
    if (!after[index]) continue
    const draft = await eventFee(billing, subscription, plan, {
      before: before[index],
      after: after[index],
      window,
      event,
    })
    if (charge.invoiceable) {
      const bill = { subscription, plan, reason: 'in_advance_charge', charges: window } as const
      await billing.invoiceEvent(bill, draft)
    } else {
      const owner = { customer_id: customer.id, currency: plan.amount_currency, invoice_id: null }
      await insertFee(transaction, draft, owner)
    }
    const fee = await transaction.get('fees', draft.row.id!)
    transaction.webhook('fee.created', 'fee', fee.id, async () =>
      serializeFee(transaction, await transaction.get('fees', fee.id)),
    )
  }
}

async function createBatch(transaction: Transaction, list: Params[]) {
  if (list.length === 0) throw invalid({ events: ['no_events'] })
  if (list.length > MAX_BATCH) throw invalid({ events: ['too_many_events'] })
  const seen = new Set<string>()
  const problems: Record<string, Problems> = {}
  for (const [index, params] of list.entries()) {
    const found = await check(transaction, params, seen)
    if (Object.keys(found).length) problems[index] = found
  }
  if (Object.keys(problems).length) throw invalid(problems)
  return serializeAll(list, async (params) => serializeEvent(transaction, await store(transaction, params)))
}

export function events(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const where: Partial<EventRow> = {}
        const subscription = c.req.query('external_subscription_id')
        if (subscription !== undefined) where.external_subscription_id = subscription
        const code = c.req.query('code')
        if (code !== undefined) where.code = code
        const order = 'timestamp desc, id'
        const { rows, meta } = await paginate(c, transaction, 'events', where, order)
        return { events: await serializeAll(rows, (row) => serializeEvent(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const params = await bodyOf(c, 'event')
        const problems = await check(transaction, params, new Set())
        if (Object.keys(problems).length) throw invalid(problems)
        return { event: await serializeEvent(transaction, await store(transaction, params)) }
      }),
    )
    .post(
      '/batch',
      run(async (transaction, c) => ({ events: await createBatch(transaction, await listOf(c, 'events')) })),
    )
    .get(
      '/:transaction_id',
      run(async (transaction, c) => {
        const event = await transaction.find('events', { transaction_id: param(c, 'transaction_id') })
        if (!event) throw notFound('event')
        return { event: await serializeEvent(transaction, event) }
      }),
    )
}
