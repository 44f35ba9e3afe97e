import { Hono } from 'hono'
import { findCustomer, insertCustomer, lockedOwner } from '../domain/customers.ts'
import { inZone, isoDay, zoneOf } from '../domain/dates.ts'
import { findPlan } from '../domain/plans.ts'
import {
  activate,
  cancelPending,
  subscribe,
  subscriptionWebhook,
  terminate,
  type Termination,
} from '../domain/subscriptions.ts'
import { forbidden, invalid, notFound, notImplemented } from '../errors.ts'
import {
  bodyOf,
  isBlank,
  paginate,
  parseDate,
  Problems,
  queryList,
  records,
  text,
  type Params,
} from '../http.ts'
import type { CustomerRow, SubscriptionRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeSubscription } from '../serializers/subscription.ts'
import { subscriptionEntitlementRoutes } from './entitlements.ts'
import { param, present, route, serializeAll } from './route.ts'

type Status = SubscriptionRow['status']

const STATUSES: Status[] = ['pending', 'active', 'terminated', 'canceled', 'incomplete']

async function find(transaction: Transaction, externalId: string, status: string | undefined) {
  const wanted = STATUSES.find((known) => known === status) ?? 'active'
  const subscription = await transaction.find(
    'subscriptions',
    { external_id: externalId, status: wanted },
    'created_at desc, id',
  )
  if (!subscription) throw notFound('subscription')
  return subscription
}

/** Dates are checked before anything is looked up or stored (CONTRACT 2.6, rule 2). */
function dates(transaction: Transaction, params: Params, zone: string) {
  const problems = new Problems()
  const subscriptionAt = parseDate(params.subscription_at)
  if (!isBlank(params.subscription_at) && !subscriptionAt) problems.add('subscription_at', 'invalid_date')
  const endingAt = parseDate(params.ending_at)
  if (!isBlank(params.ending_at)) {
    const day = (date: Date) => isoDay(inZone(date, zone))
    const start = subscriptionAt && subscriptionAt > transaction.now ? subscriptionAt : transaction.now
    if (!endingAt || day(endingAt) <= day(start)) problems.add('ending_at', 'invalid_date')
  }
  problems.throwIfAny()
  return { subscriptionAt, endingAt }
}

async function customerFor(transaction: Transaction, params: Params): Promise<CustomerRow> {
  const externalId = text(params.external_customer_id)
  if (isBlank(externalId)) throw invalid({ external_customer_id: ['value_is_mandatory'] })
  await transaction.lockCustomer(externalId!)
  // As in Lago, an unknown id makes a new customer.
  return (
    (await findCustomer(transaction, externalId!)) ??
    insertCustomer(transaction, { external_id: externalId! })
  )
}

/** A price of one's own needs a licence; that, and a start that waits for a payment, are not known here. */
function refuseUnknown({ premium }: Transaction, params: Params) {
  if (!isBlank(params.plan_overrides)) throw premium ? notImplemented() : forbidden()
  if (records(params.activation_rules).length) throw notImplemented()
}

async function create(transaction: Transaction, params: Params) {
  const plan = await findPlan(transaction, text(params.plan_code) ?? '')
  const { subscriptionAt, endingAt } = dates(transaction, params, transaction.organization.timezone)
  refuseUnknown(transaction, params)
  const customer = await customerFor(transaction, params)
  const problems = new Problems()
  problems.require(params, 'external_id')
  const billingTime = params.billing_time ?? 'calendar'
  if (billingTime !== 'calendar' && billingTime !== 'anniversary') {
    problems.add('billing_time', 'value_is_invalid')
  }
  problems.throwIfAny()
  return subscribe(transaction, customer, plan, {
    externalId: text(params.external_id)!,
    name: text(params.name),
    billingTime: billingTime as SubscriptionRow['billing_time'],
    subscriptionAt,
    endingAt,
    consolidateInvoice: params.consolidate_invoice !== false,
    purchaseOrderNumber: text(params.purchase_order_number),
    progressiveBillingDisabled: params.progressive_billing_disabled === true,
  })
}

async function update(transaction: Transaction, subscription: SubscriptionRow, params: Params) {
  const customer = await lockedOwner(transaction, subscription.customer_id)
  refuseUnknown(transaction, params)
  const { subscriptionAt, endingAt } = dates(transaction, params, zoneOf(transaction, customer))
  const options = termination(params)
  const pending = subscription.status === 'pending'
  const updated = await transaction.update('subscriptions', subscription.id, {
    ...present(params, {
      name: text(params.name),
      ending_at: endingAt ?? null,
      on_termination_credit_note: options.creditNote,
      on_termination_invoice: options.invoice,
      purchase_order_number: text(params.purchase_order_number),
      consolidate_invoice: params.consolidate_invoice !== false,
      progressive_billing_disabled: params.progressive_billing_disabled === true,
    }),
    ...(pending && subscriptionAt ? { subscription_at: subscriptionAt } : {}),
  })
  if (
    pending &&
    subscriptionAt &&
    !subscription.previous_subscription_id &&
    subscriptionAt <= transaction.now
  ) {
    await activate(transaction, customer, updated)
    return transaction.get('subscriptions', updated.id)
  }
  subscriptionWebhook(transaction, 'updated', updated)
  return updated
}

const CREDIT_NOTE = ['credit', 'skip', 'refund', 'offset']
const INVOICE = ['generate', 'skip']

function termination(params: Params): Termination {
  const creditNote = text(params.on_termination_credit_note) ?? 'credit'
  const invoice = text(params.on_termination_invoice) ?? 'generate'
  const problems = new Problems()
  if (!CREDIT_NOTE.includes(creditNote)) problems.add('on_termination_credit_note', 'invalid_value')
  if (!INVOICE.includes(invoice)) problems.add('on_termination_invoice', 'invalid_value')
  problems.throwIfAny()
  return { creditNote, invoice } as Termination
}

async function destroy(transaction: Transaction, found: SubscriptionRow, query: Params) {
  const customer = await lockedOwner(transaction, found.customer_id)
  const subscription = await transaction.get('subscriptions', found.id)
  if (subscription.status === 'pending') return cancelPending(transaction, subscription)
  if (subscription.status !== 'active') throw notFound('subscription')
  const options = termination({
    on_termination_credit_note: subscription.on_termination_credit_note ?? undefined,
    on_termination_invoice: subscription.on_termination_invoice,
    ...query,
  })
  return terminate(transaction, customer, subscription, options)
}

export function subscriptions(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, subscription: SubscriptionRow) => ({
    subscription: await serializeSubscription(
      transaction,
      await transaction.get('subscriptions', subscription.id),
      ['plan', 'entitlements'],
    ),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const wanted = (c.req.queries('status[]') ?? []) as Status[]
        const where: Parameters<typeof transaction.list<'subscriptions'>>[1] = {
          status: wanted.length ? STATUSES.filter((status) => wanted.includes(status)) : 'active',
        }
        const externalCustomer = c.req.query('external_customer_id')
        if (externalCustomer !== undefined) {
          const customers = await transaction.list('customers', { external_id: externalCustomer })
          where.customer_id = customers.map(({ id }) => id)
        }
        const planCode = c.req.query('plan_code')
        if (planCode !== undefined) {
          where.plan_id = (await transaction.list('plans', { code: planCode })).map(({ id }) => id)
        }
        const ids = queryList(c, 'external_id')
        if (ids.length) where.external_id = ids
        const order = 'subscription_at desc nulls last, created_at desc, id'
        const { rows, meta } = await paginate(c, transaction, 'subscriptions', where, order)
        return {
          subscriptions: await serializeAll(rows, (row) => serializeSubscription(transaction, row)),
          meta,
        }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) =>
        answer(transaction, await create(transaction, await bodyOf(c, 'subscription'))),
      ),
    )
    .get(
      '/:external_id',
      run(async (transaction, c) =>
        answer(transaction, await find(transaction, param(c, 'external_id'), c.req.query('status'))),
      ),
    )
    .put(
      '/:external_id',
      run(async (transaction, c) => {
        const subscription = await find(transaction, param(c, 'external_id'), c.req.query('status'))
        return answer(transaction, await update(transaction, subscription, await bodyOf(c, 'subscription')))
      }),
    )
    .delete(
      '/:external_id',
      run(async (transaction, c) => {
        const subscription = await find(transaction, param(c, 'external_id'), c.req.query('status'))
        return answer(transaction, await destroy(transaction, subscription, c.req.query()))
      }),
    )
    .get(
      '/:external_id/lifetime_usage',
      // Kept up to date by premium jobs only, so an instance without premium has none.
      run(() => Promise.reject(notFound('lifetime_usage'))),
    )
    .route('/:external_id/entitlements', subscriptionEntitlementRoutes(sandbox))
}
