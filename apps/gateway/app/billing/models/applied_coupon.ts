import { AppliedCouponSchema } from '#database/schema'

/** A coupon that still takes something off the invoices of an organization. */
export default class AppliedCoupon extends AppliedCouponSchema {
  static override selfAssignPrimaryKey = true

  /** The oldest first, as Lago uses them. */
  static of(organizationId: string) {
    return this.query().where({ organizationId }).orderBy('applied_at').orderBy('id')
  }
}
