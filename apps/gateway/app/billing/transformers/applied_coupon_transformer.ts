import { BaseTransformer } from '@adonisjs/core/transformers'
import type AppliedCoupon from '#billing/models/applied_coupon'
import { iso } from '#core/time'

export default class AppliedCouponTransformer extends BaseTransformer<AppliedCoupon> {
  toObject() {
    const { id, code, name, amountCents, remainingCents, currency, percentageRate, invoicesLeft } =
      this.resource
    return {
      id,
      code,
      name,
      amountCents,
      remainingCents,
      currency,
      /** In percent; null of one with a fixed amount. */
      percentageRate: percentageRate === null ? null : Number(percentageRate),
      frequency: this.resource.frequency as 'once' | 'recurring' | 'forever',
      invoicesLeft,
      appliedAt: iso(this.resource.appliedAt),
    }
  }
}
