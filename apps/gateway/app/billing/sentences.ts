import { troubleIn } from '#billing/payment_trouble'
import { inMoney, type Money } from '#billing/wording'
import { t } from '#core/language'
import { type Sentences, told } from '#ledger/sentences'

const of = (invoice: Money & { number: string }) => ({ number: invoice.number, amount: inMoney(invoice) })

export const sentences = {
  'subscription.started': (parties, { planCode }) =>
    t('events.subscription.started', { ...parties, planCode }),
  'subscription.activated': (_, { planCode }) => t('events.subscription.activated', { planCode }),
  'subscription.past_due': (_, { planCode }) => t('events.subscription.past_due', { planCode }),
  'subscription.canceled': (_, { planCode }) => t('events.subscription.canceled', { planCode }),
  'subscription.changed': (parties, { planCode, cancelAt, nextPlanCode }) => {
    const values = { ...parties, planCode }
    if (nextPlanCode) return t('events.subscription.changes_later', { ...values, nextPlanCode })
    if (cancelAt) return t('events.subscription.ends', { ...values, day: cancelAt.slice(0, 10) })
    return t('events.subscription.changed', values)
  },
  'coupon.applied': (parties, { name }) => t('events.coupon.applied', { ...parties, name }),
  'coupon.ended': (_, { name }) => t('events.coupon.ended', { name }),
  'wallet.top_up_ordered': (parties, order) =>
    t('events.wallet.top_up_ordered', { ...parties, amount: inMoney(order) }),
  'wallet.topped_up': (_, credit) => t('events.wallet.topped_up', { amount: inMoney(credit) }),
  'wallet.low': (_, balance) => t('events.wallet.low', { amount: inMoney(balance) }),
  'wallet.warning_changed': (parties, { lowBalanceCents, currency }) =>
    lowBalanceCents === null
      ? t('events.wallet.warning_ended', parties)
      : t('events.wallet.warning_changed', {
          ...parties,
          amount: inMoney({ totalCents: lowBalanceCents, currency }),
        }),
  'webhook.replayed': (parties, { type }) => t('events.webhook.replayed', { ...parties, type }),
  'invoice.issued': (_, invoice) => t('events.invoice.issued', of(invoice)),
  'invoice.paid': (_, invoice) => t('events.invoice.paid', of(invoice)),
  'invoice.payment_failed': (_, invoice) =>
    invoice.reason
      ? t('events.invoice.payment_failed_because', { ...of(invoice), reason: troubleIn(invoice.reason) })
      : t('events.invoice.payment_failed', of(invoice)),
  'billing.details_changed': told('events.billing.details_changed'),
  'entitlement.granted': (parties, { feature, value }) =>
    t('events.entitlement.granted', { ...parties, feature, value }),
  'usage.near_limit': (_, { percent }) => t('events.usage.near_limit', { percent }),
  'trial.ending': (_, { planName, trialEndsAt }) =>
    t('events.trial.ending', { planName, day: trialEndsAt.slice(0, 10) }),
  'payment.failed': (_, invoice) => t('events.payment.failed', of(invoice)),
  'payment.reminded': (_, invoice) => t('events.payment.reminded', of(invoice)),
  'organization.suspended': (_, { number }) => t('events.organization.suspended', { number }),
  'organization.restored': () => t('events.organization.restored'),
} satisfies Sentences
