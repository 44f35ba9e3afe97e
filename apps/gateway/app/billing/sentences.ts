import type { Sentences } from '#ledger/sentences'
import { inMoney } from '#billing/wording'

export const sentences = {
  'subscription.started': ({ who }, { planCode }) => `${who} chose the plan “${planCode}”.`,
  'subscription.activated': (_, { planCode }) => `The plan “${planCode}” is active.`,
  'subscription.past_due': (_, { planCode }) => `A payment for the plan “${planCode}” is overdue.`,
  'subscription.canceled': (_, { planCode }) => `The plan “${planCode}” has ended.`,
  'subscription.changed': ({ who }, { planCode, cancelAt, nextPlanCode }) => {
    if (nextPlanCode)
      return `${who} changed the plan “${planCode}” to “${nextPlanCode}” at the end of its period.`
    if (cancelAt) return `${who} ended the plan “${planCode}” from ${cancelAt.slice(0, 10)} on.`
    return `${who} changed the plan “${planCode}”.`
  },
  'coupon.applied': ({ who }, { name }) => `${who} applied the coupon “${name}”.`,
  'coupon.ended': (_, { name }) => `The coupon “${name}” has ended.`,
  'wallet.top_up_ordered': ({ who }, order) => `${who} ordered prepaid credit of ${inMoney(order)}.`,
  'wallet.topped_up': (_, credit) => `Prepaid credit of ${inMoney(credit)} arrived.`,
  'wallet.low': (_, balance) => `The prepaid credit fell to ${inMoney(balance)}.`,
  'wallet.warning_changed': ({ who }, { lowBalanceCents, currency }) =>
    lowBalanceCents === null
      ? `${who} turned the warning of low prepaid credit off.`
      : `${who} asked to be warned when the prepaid credit falls below ${inMoney({ totalCents: lowBalanceCents, currency })}.`,
  'webhook.replayed': ({ who }, { type }) => `${who} had a message of Lago processed again: “${type}”.`,
  'invoice.issued': (_, invoice) => `Invoice ${invoice.number} over ${inMoney(invoice)} was issued.`,
  'invoice.paid': (_, invoice) => `Invoice ${invoice.number} over ${inMoney(invoice)} was paid.`,
  'invoice.payment_failed': (_, invoice) =>
    `The payment of invoice ${invoice.number} over ${inMoney(invoice)} failed${invoice.reason ? `: ${invoice.reason}` : ''}.`,
  'billing.details_changed': ({ who }) => `${who} changed what invoices say about the organization.`,
  'entitlement.granted': ({ who }, { feature, value }) =>
    `${who} granted “${feature}” beyond the plan: ${value}.`,
  'usage.near_limit': (_, { percent }) => `${percent} % of the API calls of the plan were used.`,
  'trial.ending': (_, { planName, trialEndsAt }) =>
    `A reminder was sent that the trial of “${planName}” ends on ${trialEndsAt.slice(0, 10)}.`,
  'payment.failed': (_, invoice) =>
    `The payer was told that the payment of invoice ${invoice.number} over ${inMoney(invoice)} failed.`,
  'payment.reminded': (_, invoice) =>
    `A reminder of invoice ${invoice.number} over ${inMoney(invoice)} was sent.`,
  'organization.suspended': (_, { number }) =>
    `The organization can only be read, because invoice ${number} is unpaid.`,
  'organization.restored': () => 'The organization can be used again.',
} satisfies Sentences
