import { Billing } from '../domain/subscription_billing.ts'
import { inZone, isoDay, isoMillis, isoSeconds } from '../domain/dates.ts'
import { subscriptionEntitlements } from '../domain/entitlements.ts'
import { successorOf } from '../domain/subscriptions.ts'
import type { SubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeCustomer } from './customer.ts'
import { serializePlan } from './plan.ts'

export type SubscriptionInclude = 'plan' | 'customer' | 'entitlements'

/** @param include nested parts; lists carry none */
export async function serializeSubscription(
  transaction: Transaction,
  subscription: SubscriptionRow,
  include: SubscriptionInclude[] = [],
) {
  const customer = await transaction.get('customers', subscription.customer_id)
  const plan = await transaction.get('plans', subscription.plan_id)
  const previous =
    subscription.previous_subscription_id &&
    (await transaction.get('subscriptions', subscription.previous_subscription_id))
  const previousPlan = previous && (await transaction.get('plans', previous.plan_id))
  const next = await successorOf(transaction, subscription)
  const nextPlan = next && (await transaction.get('plans', next.plan_id))
  const billing = new Billing(transaction, customer)
  const at = inZone(
    subscription.started_at && subscription.started_at > transaction.now
      ? subscription.started_at
      : transaction.now,
    billing.zone,
  )
  const window = subscription.started_at && billing.currentWindow(subscription, plan, at)
  const change =
    next?.status === 'pending' ? billing.planPeriod(subscription, plan).to.plus({ days: 1 }) : null

  return {
    lago_id: subscription.id,
    external_id: subscription.external_id,
    lago_customer_id: customer.id,
    external_customer_id: customer.external_id,
    name: subscription.name,
    plan_code: plan.code,
    plan_amount_cents: plan.amount_cents,
    plan_amount_currency: plan.amount_currency,
    status: subscription.status,
    billing_time: subscription.billing_time,
    subscription_at: isoSeconds(subscription.subscription_at),
    started_at: isoMillis(subscription.started_at),
    trial_ended_at: isoSeconds(subscription.trial_ended_at),
    ending_at: isoSeconds(subscription.ending_at),
    terminated_at: isoSeconds(subscription.terminated_at),
    canceled_at: isoSeconds(subscription.canceled_at),
    created_at: isoSeconds(subscription.created_at),
    previous_plan_code: previousPlan ? previousPlan.code : null,
    next_plan_code: nextPlan?.code ?? null,
    downgrade_plan_date: change && isoDay(change),
    current_billing_period_started_at: window ? isoSeconds(window.from) : null,
    current_billing_period_ending_at: window ? isoSeconds(window.to) : null,
    on_termination_credit_note: subscription.on_termination_credit_note,
    on_termination_invoice: subscription.on_termination_invoice,
    progressive_billing_disabled: subscription.progressive_billing_disabled,
    consolidate_invoice: subscription.consolidate_invoice,
    purchase_order_number: subscription.purchase_order_number,
    cancellation_reason: null,
    activated_at: isoSeconds(subscription.started_at),
    payment_method: { payment_method_id: null, payment_method_type: 'provider' },
    activation_rules: [],
    ...(include.includes('customer') ? { customer: await serializeCustomer(transaction, customer) } : {}),
    ...(include.includes('plan') ? { plan: await serializePlan(transaction, plan) } : {}),
    ...(include.includes('entitlements')
      ? { entitlements: await subscriptionEntitlements(transaction, subscription) }
      : {}),
  }
}
