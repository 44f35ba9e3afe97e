import { DateTime } from 'luxon'
import type { LagoInvoice, LagoSubscription } from '#billing/lago'

export type SubscriptionStatus = 'incomplete' | 'active' | 'past_due' | 'canceled'

export interface Account {
  /** All that Lago knows of one organization. */
  subscriptions: LagoSubscription[]
  invoices: LagoInvoice[]
  /** Days of trial of a plan, by its code. */
  trialDays: Map<string, number>
}

const isCharged = ({ status, invoice_type: type, total_amount_cents: total }: LagoInvoice) =>
  status === 'finalized' && type === 'subscription' && total > 0

const isPaid = ({ payment_status: status }: LagoInvoice) => status === 'succeeded'
const isTroubled = (invoice: LagoInvoice) =>
  !isPaid(invoice) && (invoice.payment_status === 'failed' || invoice.payment_overdue === true)

/** Invoices carry whole seconds, a subscription's start may carry milliseconds. */
const seconds = (time: string) => Math.floor(Date.parse(time) / 1000)

/**
 * When the trial ends, or null when there is none or it is over. Lago counts it from the first start that this
 * external id ever had, with the length of the plan it has now.
 */
export function trialEndOf(subscription: LagoSubscription, { subscriptions, trialDays }: Account) {
  const days = trialDays.get(subscription.plan_code) ?? 0
  if (days === 0 || subscription.trial_ended_at || !subscription.started_at) return null

  const starts = subscriptions.flatMap(({ started_at: start }) => start ?? [])
  const first = DateTime.fromMillis(Math.min(...starts.map(Date.parse)), { zone: 'utc' })
  const end = first.plus({ hours: days * 24 })
  return end > DateTime.fromISO(subscription.started_at) ? end : null
}

/**
 * A subscription that begins with a bill is incomplete until that one is paid; whoever has paid before and only changed
 * the plan keeps what he has until a payment fails.
 */
export function statusOf(subscription: LagoSubscription, account: Account): SubscriptionStatus {
  if (subscription.status !== 'active' || !subscription.started_at) return 'canceled'

  const start = seconds(subscription.started_at)
  const charged = account.invoices
    .filter(isCharged)
    .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
  const own = charged.filter(({ created_at: at }) => seconds(at) >= start)
  const [first] = own

  const paidBefore =
    subscription.previous_plan_code !== null &&
    charged.some((invoice) => !own.includes(invoice) && isPaid(invoice))
  const begunWithTrial = subscription.trial_ended_at !== null || trialEndOf(subscription, account) !== null
  if (first && !isPaid(first) && !paidBefore && !begunWithTrial) return 'incomplete'
  return own.some(isTroubled) ? 'past_due' : 'active'
}
