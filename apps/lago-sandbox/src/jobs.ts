import { Billing, type Bill } from './domain/subscription_billing.ts'
import { lockedOwner } from './domain/customers.ts'
import { chargesSchedule, isoDay, planSchedule } from './domain/dates.ts'
import { markOverdue, OVERDUE } from './domain/invoices.ts'
import { activate, endTrial, rotate, terminate } from './domain/subscriptions.ts'
import { terminateWallet } from './domain/wallets.ts'
import { periodAt } from './billing/periods.ts'
import type { SubscriptionRow } from './rows.ts'
import type { Transaction } from './sandbox.ts'

/** A condition says which rows a job would take at `moment.instant`; `moment.zone` is the organization's timezone. */
const localDay = (column: string) =>
  `(${column} at time zone coalesce(customers.timezone, moment.zone))::date`
const LOCAL_DAY = localDay('moment.instant')
const ANCHOR = localDay('subscriptions.subscription_at')

/** Months between two bills of a plan; its usage may be billed monthly. */
const MONTHS = `case
  when plans.interval = 'monthly' or plans.bill_charges_monthly and plans.interval <> 'quarterly' then 1
  when plans.interval = 'quarterly' then 3
  when plans.interval = 'semiannual' then 6
  else 12 end`

const SUBSCRIPTIONS = `subscriptions
  join customers on customers.id = subscriptions.customer_id
  join plans on plans.id = subscriptions.plan_id`

const CONDITIONS = {
  activate: `subscriptions.status = 'pending' and subscriptions.previous_subscription_id is null
    and ${localDay('subscriptions.subscription_at')} <= ${LOCAL_DAY}`,

  terminate: `subscriptions.status = 'active' and ${localDay('subscriptions.ending_at')} <= ${LOCAL_DAY}`,

  // The same days as `periodAt` finds, in the terms of SQL; a month that is too short bills on its last day.
  bill: `subscriptions.status = 'active'
    and ${localDay('subscriptions.started_at')} < ${LOCAL_DAY}
    and (subscriptions.ending_at is null or ${localDay('subscriptions.ending_at')} <> ${LOCAL_DAY})
    and case
      when plans.interval = 'weekly' then extract(isodow from ${LOCAL_DAY}) = case
        when subscriptions.billing_time = 'calendar' then 1 else extract(isodow from ${ANCHOR}) end
      when subscriptions.billing_time = 'calendar' then
        extract(day from ${LOCAL_DAY}) = 1 and (extract(month from ${LOCAL_DAY})::int - 1) % ${MONTHS} = 0
      else (extract(month from ${LOCAL_DAY}) - extract(month from ${ANCHOR}))::int % ${MONTHS} = 0
        and extract(day from ${LOCAL_DAY}) = least(
          extract(day from ${ANCHOR}),
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
    ) <= moment.instant`,
}

const NOW = '(select $1::timestamptz as instant, $2::text as zone) moment'

const dueSubscriptions = (transaction: Transaction, condition: string) =>
  transaction.query<SubscriptionRow>(
    `select subscriptions.* from ${NOW}, ${SUBSCRIPTIONS} where ${condition}
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

export interface Job {
  minute: number
  run: (transaction: Transaction) => Promise<void>
  /** SQL condition on `moment`: whether the job would find anything. */
  due: string
}

/** The clock's jobs in the order of their minutes (CONTRACT 3.14). */
export const JOBS: Job[] = [
  { minute: 0, run: activateStarting, due: someSubscription(CONDITIONS.activate) },
  { minute: 5, run: terminateEnded, due: someSubscription(CONDITIONS.terminate) },
  { minute: 10, run: bill, due: someSubscription(CONDITIONS.bill) },
  {
    minute: 25,
    run: markOverdue,
    due: `exists (select 1 from invoices join customers on customers.id = invoices.customer_id
      where ${OVERDUE})`,
  },
  {
    minute: 30,
    run: expireCoupons,
    due: `exists (select 1 from coupons
      where status = 'active' and expiration = 'time_limit' and expiration_at <= moment.instant)`,
  },
  { minute: 35, run: endTrials, due: someSubscription(CONDITIONS.trial) },
  {
    minute: 45,
    run: expireWallets,
    due: `exists (select 1 from wallets where status = 'active' and expiration_at <= moment.instant)`,
  },
]
