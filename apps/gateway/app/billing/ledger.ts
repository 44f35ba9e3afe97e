import type { Money } from '#billing/wording'

declare module '#ledger/record' {
  interface Actions {
    'subscription.started': { planCode: string }
    'subscription.activated': { planCode: string }
    'subscription.past_due': { planCode: string }
    'subscription.canceled': { planCode: string }
    'subscription.changed': { planCode: string; cancelAt: string | null; nextPlanCode: string | null }
    'billing.details_changed': {
      country: string
      taxNumber: string | null
      vat: string | null
      currency: string
    }
    'entitlement.granted': { feature: string; value: string }
    'usage.near_limit': { metric: string; percent: number; used: number; limit: number; resetsAt: string }
    'trial.ending': Money & { planCode: string; planName: string; interval: string; trialEndsAt: string }
    'payment.failed': Money & { number: string; suspendsAt: string }
    'payment.reminded': Money & { number: string; suspendsAt: string }
    'organization.suspended': Money & { number: string; suspendsAt: string }
    'organization.restored': object
    'coupon.applied': { code: string; name: string }
    'coupon.ended': { code: string; name: string }
    'wallet.top_up_ordered': Money
    'wallet.topped_up': Money
    'wallet.low': Money & { lowBalanceCents: number }
    'wallet.warning_changed': { lowBalanceCents: number | null; currency: string }
    'webhook.replayed': { type: string }
    'invoice.issued': Money & { number: string }
    'invoice.paid': Money & { number: string }
    'invoice.payment_failed': Money & { number: string; reason: string | null }
  }
}
