import { DateTime } from 'luxon'
import type { CustomerRow, PlanRow, SubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import type { Schedule } from '../billing/periods.ts'

export const zoneOf = (transaction: Transaction, customer: CustomerRow) =>
  customer.timezone ?? transaction.organization.timezone

export const inZone = (date: Date, zone: string) => DateTime.fromJSDate(date, { zone })

export const isoDay = (date: DateTime) => date.toISODate()!

/** Whole seconds with `Z`, the API's format. */
export const isoSeconds = (date: Date | null) =>
  date === null ? null : `${date.toISOString().slice(0, 19)}Z`

export const isoMillis = (date: Date | null) => (date === null ? null : date.toISOString())

export const planSchedule = (subscription: SubscriptionRow, plan: PlanRow, zone: string): Schedule => ({
  interval: plan.interval,
  billingTime: subscription.billing_time,
  anchor: inZone(subscription.subscription_at, zone),
})

/** Usage may be billed monthly although the plan's fee is not. */
export const chargesSchedule = (subscription: SubscriptionRow, plan: PlanRow, zone: string): Schedule => ({
  ...planSchedule(subscription, plan, zone),
  interval:
    plan.bill_charges_monthly && (plan.interval === 'yearly' || plan.interval === 'semiannual')
      ? 'monthly'
      : plan.interval,
})

/** When the trial ends: counted from the first start ever under this external id (CONTRACT 3.9). */
export async function trialEnd(transaction: Transaction, subscription: SubscriptionRow, plan: PlanRow) {
  if (!plan.trial_period || !subscription.started_at) return undefined
  const [row] = await transaction.query<{ first: Date }>(
    'select min(started_at) as first from subscriptions where customer_id = $1 and external_id = $2',
    [subscription.customer_id, subscription.external_id],
  )
  return new Date((row?.first ?? subscription.started_at).getTime() + plan.trial_period * 86_400_000)
}
