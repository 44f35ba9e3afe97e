import { invalid } from '../errors.ts'
import type { CustomerRow, PlanRow, SubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeSubscription } from '../serializers/subscription.ts'
import { creditUnusedDays } from './credit_notes.ts'
import { preferCurrency } from './customers.ts'
import { inZone, isoDay, trialEnd, zoneOf } from './dates.ts'
import { isUpgrade } from './plans.ts'
import { Billing, type Bill } from './subscription_billing.ts'

export interface Wanted {
  externalId: string
  name: string | null
  billingTime: SubscriptionRow['billing_time']
  subscriptionAt?: Date
  endingAt?: Date | null
  consolidateInvoice?: boolean
  purchaseOrderNumber?: string | null
  progressiveBillingDisabled?: boolean
}

export function subscriptionWebhook(transaction: Transaction, type: string, { id }: SubscriptionRow) {
  transaction.webhook(`subscription.${type}`, 'subscription', id, async () =>
    serializeSubscription(
      transaction,
      await transaction.get('subscriptions', id),
      type === 'started' || type === 'updated' ? ['plan', 'customer', 'entitlements'] : ['plan', 'customer'],
    ),
  )
}

export const successorOf = (transaction: Transaction, subscription: SubscriptionRow) =>
  transaction.find(
    'subscriptions',
    { previous_subscription_id: subscription.id, status: ['pending', 'active', 'terminated', 'incomplete'] },
    'created_at desc, id',
  )

const pendingSuccessorOf = (transaction: Transaction, subscription: SubscriptionRow) =>
  transaction.find('subscriptions', { previous_subscription_id: subscription.id, status: 'pending' })

async function cancel(transaction: Transaction, subscription: SubscriptionRow) {
  const canceled = await transaction.update('subscriptions', subscription.id, {
    status: 'canceled',
    canceled_at: transaction.now,
  })
  return canceled
}

/** A day in the customer's timezone, as it is compared: today's start is at once, whatever the hour. */
const dayOf = (date: Date, zone: string) => isoDay(inZone(date, zone))

/** A restart in the past begins no earlier than the last billed end under the same external id (CONTRACT 2.6, rule 5). */
async function clampedStart(
  transaction: Transaction,
  customer: CustomerRow,
  externalId: string,
  start: Date,
) {
  const [row] = await transaction.query<{ last: Date | null }>(
    `select max(terminated_at) as last from subscriptions
     where customer_id = $1 and external_id = $2 and status = 'terminated'`,
    [customer.id, externalId],
  )
  return row?.last && row.last > start ? row.last : start
}

/** Rule 5 of CONTRACT 2.6: the first subscription under this external id. */
async function begin(transaction: Transaction, customer: CustomerRow, plan: PlanRow, wanted: Wanted) {
  const zone = zoneOf(transaction, customer)
  const today = dayOf(transaction.now, zone)
  const start = wanted.subscriptionAt ?? transaction.now
  const startDay = dayOf(start, zone)
  const future = startDay > today
  const subscription = await transaction.insert('subscriptions', {
    external_id: wanted.externalId,
    customer_id: customer.id,
    plan_id: plan.id,
    name: wanted.name,
    billing_time: wanted.billingTime,
    subscription_at: start,
    ending_at: wanted.endingAt ?? null,
    consolidate_invoice: wanted.consolidateInvoice ?? true,
    purchase_order_number: wanted.purchaseOrderNumber ?? null,
    progressive_billing_disabled: wanted.progressiveBillingDisabled ?? false,
    status: future ? 'pending' : 'active',
    started_at: future
      ? null
      : startDay < today
        ? await clampedStart(transaction, customer, wanted.externalId, start)
        : start,
  })
  if (!future) await started(transaction, customer, subscription, plan, { bill: startDay === today })
  return subscription
}

/** What follows a start: the webhook and, for an in-advance plan outside its trial, the first invoice. */
async function started(
  transaction: Transaction,
  customer: CustomerRow,
  subscription: SubscriptionRow,
  plan: PlanRow,
  { bill }: { bill: boolean },
) {
  subscriptionWebhook(transaction, 'started', subscription)
  const billing = new Billing(transaction, customer)
  if (!bill || !plan.pay_in_advance || (await billing.inTrial(subscription, plan))) return
  await billing.invoice([await billing.starting(subscription, plan)])
}

function successor(current: SubscriptionRow, plan: PlanRow, wanted: Wanted): Partial<SubscriptionRow> {
  return {
    external_id: current.external_id,
    customer_id: current.customer_id,
    plan_id: plan.id,
    previous_subscription_id: current.id,
    name: wanted.name,
    billing_time: current.billing_time,
    subscription_at: current.subscription_at,
    ending_at: current.ending_at,
    consolidate_invoice: current.consolidate_invoice,
    purchase_order_number: wanted.purchaseOrderNumber ?? current.purchase_order_number,
    progressive_billing_disabled: current.progressive_billing_disabled,
  }
}

/** Old plan out, new plan in, one invoice for both (CONTRACT 3.5). */
async function upgrade(
  transaction: Transaction,
  customer: CustomerRow,
  current: SubscriptionRow,
  currentPlan: PlanRow,
  plan: PlanRow,
  wanted: Wanted,
) {
  const ended = await transaction.update('subscriptions', current.id, {
    status: 'terminated',
    terminated_at: transaction.now,
  })
  const next = await transaction.insert('subscriptions', {
    ...successor(current, plan, wanted),
    status: 'active',
    started_at: transaction.now,
  })
  if (currentPlan.pay_in_advance) {
    await creditUnusedDays(transaction, customer, ended, currentPlan, { upgrade: true })
  }
  subscriptionWebhook(transaction, 'terminated', ended)
  subscriptionWebhook(transaction, 'started', next)

  const billing = new Billing(transaction, customer)
  const bills: Bill[] = [await billing.terminating(ended, currentPlan, true)]
  if (plan.pay_in_advance && !(await billing.inTrial(next, plan))) {
    bills.push(await billing.starting(next, plan))
  }
  await billing.invoice(bills)
  return next
}

/** Creates, upgrades or downgrades, as the plan and the current subscription say (CONTRACT 2.6). */
export async function subscribe(
  transaction: Transaction,
  customer: CustomerRow,
  plan: PlanRow,
  wanted: Wanted,
): Promise<SubscriptionRow> {
  const taken = await transaction.find('subscriptions', { external_id: wanted.externalId, status: 'active' })
  if (taken && taken.customer_id !== customer.id) throw invalid({ external_id: ['value_already_exist'] })
  await preferCurrency(transaction, customer, plan.amount_currency)

  const scope = { customer_id: customer.id, external_id: wanted.externalId }
  const waiting = await transaction.find('subscriptions', { ...scope, status: 'pending' })
  if (!taken) {
    if (!waiting) return begin(transaction, customer, plan, wanted)
    return transaction.update('subscriptions', waiting.id, {
      plan_id: plan.id,
      name: wanted.name ?? waiting.name,
    })
  }

  const currentPlan = await transaction.get('plans', taken.plan_id)
  if (currentPlan.id === plan.id) return taken
  if (waiting) await cancel(transaction, waiting)
  if (isUpgrade(currentPlan, plan)) {
    return upgrade(transaction, customer, taken, currentPlan, plan, wanted)
  }
  await transaction.insert('subscriptions', {
    ...successor(taken, plan, wanted),
    status: 'pending',
  })
  subscriptionWebhook(transaction, 'updated', taken)
  return taken
}

export interface Termination {
  creditNote: 'credit' | 'skip' | 'refund' | 'offset'
  invoice: 'generate' | 'skip'
}

/** Ends an active subscription now; a plan change that waits is dropped (CONTRACT 3.7). */
export async function terminate(
  transaction: Transaction,
  customer: CustomerRow,
  subscription: SubscriptionRow,
  options: Termination = { creditNote: 'credit', invoice: 'generate' },
) {
  const plan = await transaction.get('plans', subscription.plan_id)
  const waiting = await pendingSuccessorOf(transaction, subscription)
  if (waiting) await cancel(transaction, waiting)
  const ended = await transaction.update('subscriptions', subscription.id, {
    status: 'terminated',
    terminated_at: transaction.now,
    on_termination_credit_note: plan.pay_in_advance ? options.creditNote : null,
    on_termination_invoice: options.invoice,
  })
  if (plan.pay_in_advance && options.creditNote !== 'skip') {
    await creditUnusedDays(transaction, customer, ended, plan, { mode: options.creditNote })
  }
  subscriptionWebhook(transaction, 'terminated', ended)
  if (options.invoice === 'generate') {
    const billing = new Billing(transaction, customer)
    await billing.invoice([await billing.terminating(ended, plan)])
  }
  return ended
}

/** Drops a subscription that has not started: a future start, or a plan change that is taken back. */
export async function cancelPending(transaction: Transaction, subscription: SubscriptionRow) {
  const canceled = await cancel(transaction, subscription)
  subscriptionWebhook(transaction, 'terminated', canceled)
  if (subscription.previous_subscription_id) {
    const current = await transaction.get('subscriptions', subscription.previous_subscription_id)
    subscriptionWebhook(transaction, 'updated', current)
  }
  return canceled
}

/** A future start whose day has come. */
export async function activate(transaction: Transaction, customer: CustomerRow, pending: SubscriptionRow) {
  const start = pending.subscription_at < transaction.now ? pending.subscription_at : transaction.now
  const subscription = await transaction.update('subscriptions', pending.id, {
    status: 'active',
    started_at: start,
  })
  const plan = await transaction.get('plans', subscription.plan_id)
  await started(transaction, customer, subscription, plan, { bill: true })
}

/** The turn of the period makes a waiting plan change real; returns what both plans bill (CONTRACT 3.6). */
export async function rotate(
  transaction: Transaction,
  billing: Billing,
  current: SubscriptionRow,
  waiting: SubscriptionRow,
): Promise<Bill[]> {
  const ended = await transaction.update('subscriptions', current.id, {
    status: 'terminated',
    terminated_at: transaction.now,
  })
  const next = await transaction.update('subscriptions', waiting.id, {
    status: 'active',
    started_at: transaction.now,
  })
  subscriptionWebhook(transaction, 'terminated', ended)
  subscriptionWebhook(transaction, 'started', next)
  const currentPlan = await transaction.get('plans', ended.plan_id)
  const plan = await transaction.get('plans', next.plan_id)
  const bills = [await billing.downgraded(ended, currentPlan)]
  if (plan.pay_in_advance && !(await billing.inTrial(next, plan))) {
    bills.push(await billing.starting(next, plan))
  }
  return bills
}

/** The trial of an in-advance plan is over: the rest of the period is billed (CONTRACT 3.9). */
export async function endTrial(
  transaction: Transaction,
  customer: CustomerRow,
  subscription: SubscriptionRow,
) {
  const plan = await transaction.get('plans', subscription.plan_id)
  const end = await trialEnd(transaction, subscription, plan)
  if (!end || end > transaction.now) return
  const ended = await transaction.update('subscriptions', subscription.id, { trial_ended_at: end })
  subscriptionWebhook(transaction, 'trial_ended', ended)
  if (!plan.pay_in_advance) return
  const [billed] = await transaction.query(
    `select 1 from fees where subscription_id = $1 and fee_type = 'subscription' and to_datetime >= $2`,
    [subscription.id, transaction.now],
  )
  if (billed) return
  const billing = new Billing(transaction, customer)
  await billing.invoice([await billing.starting(ended, plan)])
}
