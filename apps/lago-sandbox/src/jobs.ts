import { Billing, type Bill } from './domain/subscription_billing.ts'
import { lockedOwner } from './domain/customers.ts'
import { chargesSchedule, isoDay, planSchedule } from './domain/dates.ts'
import { markOverdue, overdueCondition } from './domain/invoices.ts'
import { activate, endTrial, rotate, terminate } from './domain/subscriptions.ts'
import { terminateWallet } from './domain/wallets.ts'
import { periodAt } from './billing/periods.ts'
import type { SubscriptionRow } from './rows.ts'
import type { Transaction } from './sandbox.ts'

/** `$1` is the instant, `$2` the organization's timezone; a condition says which rows a job would take at that instant. */
const LOCAL_DAY = `($1::timestamptz at time zone coalesce(customers.timezone, $2))::date`
const localDay = (column: string) => `(${column} at time zone coalesce(customers.timezone, $2))::date`

const SUBSCRIPTIONS = `subscriptions
  join customers on customers.id = subscriptions.customer_id
  join plans on plans.id = subscriptions.plan_id`

const CONDITIONS = {
  activate: `subscriptions.status = 'pending' and subscriptions.previous_subscription_id is null
    and ${localDay('subscriptions.subscription_at')} <= ${LOCAL_DAY}`,

  terminate: `subscriptions.status = 'active' and ${localDay('subscriptions.ending_at')} <= ${LOCAL_DAY}`,

  // Narrows by day only; `isBillingDay` decides.
  bill: `subscriptions.status = 'active'
    and ${localDay('subscriptions.started_at')} < ${LOCAL_DAY}
    and (subscriptions.ending_at is null or ${localDay('subscriptions.ending_at')} <> ${LOCAL_DAY})
    and case
      when subscriptions.billing_time = 'calendar' and plans.interval = 'weekly'
        then extract(isodow from ${LOCAL_DAY}) = 1
      when subscriptions.billing_time = 'calendar' then extract(day from ${LOCAL_DAY}) = 1
      when plans.interval = 'weekly'
        then extract(isodow from ${LOCAL_DAY}) = extract(isodow from ${localDay('subscriptions.subscription_at')})
      else extract(day from ${LOCAL_DAY}) = least(
        extract(day from ${localDay('subscriptions.subscription_at')}),
        extract(day from date_trunc('month', ${LOCAL_DAY}) + interval '1 month - 1 day'))
    end
    and not exists (
      select 1 from invoice_subscriptions
      where invoice_subscriptions.subscription_id = subscriptions.id
        and invoicing_reason = 'subscription_periodic' and billed_on = ${LOCAL_DAY})`,

  trial: `subscriptions.status = 'active' and subscriptions.trial_ended_at is null and plans.trial_period > 0
    and plans.trial_period * interval '24 hours' + (
      select min(started_at) from subscriptions lineage
      where lineage.customer_id = subscriptions.customer_id and lineage.external_id = subscriptions.external_id
    ) <= $1::timestamptz`,
}

const dueSubscriptions = (transaction: Transaction, condition: string) =>
  transaction.query<SubscriptionRow>(
    `select subscriptions.* from ${SUBSCRIPTIONS} where $2::text is not null and ${condition}
     order by subscriptions.created_at, subscriptions.id`,
    [transaction.now, transaction.organization.timezone],
  )

async function activateStarting(transaction: Transaction) {
  for (const due of await dueSubscriptions(transaction, CONDITIONS.activate)) {
    const customer = await lockedOwner(transaction, due.customer_id)
    await activate(transaction, customer, due)
  }
}

async function terminateEnded(transaction: Transaction) {
  for (const due of await dueSubscriptions(transaction, CONDITIONS.terminate)) {
    const customer = await lockedOwner(transaction, due.customer_id)
    await terminate(transaction, customer, due)
  }
}

/** What one subscription bills today; nothing when its period does not turn. */
async function billsOf(
  transaction: Transaction,
  billing: Billing,
  subscription: SubscriptionRow,
): Promise<Bill[]> {
  const plan = await transaction.get('plans', subscription.plan_id)
  const today = isoDay(billing.now)
  const opens = (schedule: ReturnType<typeof planSchedule>) =>
    isoDay(periodAt(schedule, billing.now).from) === today
  if (!opens(chargesSchedule(subscription, plan, billing.zone))) return []
  const waiting = await transaction.find('subscriptions', {
    previous_subscription_id: subscription.id,
    status: 'pending',
  })
  return waiting && opens(planSchedule(subscription, plan, billing.zone))
    ? rotate(transaction, billing, subscription, waiting)
    : [await billing.periodic(subscription, plan)]
}

async function bill(transaction: Transaction) {
  const due = await dueSubscriptions(transaction, CONDITIONS.bill)
  for (const [customerId, subscriptions] of Map.groupBy(due, ({ customer_id }) => customer_id)) {
    const customer = await lockedOwner(transaction, customerId)
    const billing = new Billing(transaction, customer)
    const bills: Bill[] = []
    for (const { id } of subscriptions) {
      const subscription = await transaction.get('subscriptions', id)
      if (subscription.status === 'active') bills.push(...(await billsOf(transaction, billing, subscription)))
    }
    await billing.invoice(bills)
  }
}

async function expireCoupons(transaction: Transaction) {
  const expired = await transaction.query<{ id: string }>(
    `update coupons set status = 'terminated', terminated_at = $1, updated_at = $1
     where status = 'active' and expiration = 'time_limit' and expiration_at <= $1 returning id`,
    [transaction.now],
  )
  await transaction.query(
    `update applied_coupons set status = 'terminated', terminated_at = $1, updated_at = $1
     where status = 'active' and coupon_id = any($2)`,
    [transaction.now, expired.map(({ id }) => id)],
  )
}

async function endTrials(transaction: Transaction) {
  for (const due of await dueSubscriptions(transaction, CONDITIONS.trial)) {
    const customer = await lockedOwner(transaction, due.customer_id)
    await endTrial(transaction, customer, due)
  }
}

async function expireWallets(transaction: Transaction) {
  const expired = await transaction.query<{ id: string; customer_id: string }>(
    "select id, customer_id from wallets where status = 'active' and expiration_at <= $1",
    [transaction.now],
  )
  for (const { id, customer_id } of expired) {
    await lockedOwner(transaction, customer_id)
    await terminateWallet(transaction, await transaction.get('wallets', id))
  }
}

const someSubscription = (condition: string) => `exists (select 1 from ${SUBSCRIPTIONS} where ${condition})`

/** The clock's jobs in the order of their minutes (CONTRACT 3.14), each with a cheap test for whether it has work. */
export const JOBS = [
  { minute: 0, run: activateStarting, due: someSubscription(CONDITIONS.activate) },
  { minute: 5, run: terminateEnded, due: someSubscription(CONDITIONS.terminate) },
  { minute: 10, run: bill, due: someSubscription(CONDITIONS.bill) },
  {
    minute: 25,
    run: markOverdue,
    due: `exists (select 1 from invoices join customers on customers.id = invoices.customer_id
      where ${overdueCondition('$1', '$2')})`,
  },
  {
    minute: 30,
    run: expireCoupons,
    due: `exists (select 1 from coupons where status = 'active' and expiration = 'time_limit' and expiration_at <= $1)`,
  },
  { minute: 35, run: endTrials, due: someSubscription(CONDITIONS.trial) },
  {
    minute: 45,
    run: expireWallets,
    due: `exists (select 1 from wallets where status = 'active' and expiration_at <= $1)`,
  },
]
