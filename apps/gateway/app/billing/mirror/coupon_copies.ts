import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import type { LagoAppliedCoupon } from '#billing/lago'
import { time } from '#billing/mirror/time'
import AppliedCoupon from '#billing/models/applied_coupon'
import { record } from '#ledger/record'

/** Our copy of the coupons of a customer; what has been used up or taken away goes. */
export class CouponCopies {
  constructor(
    private trx: TransactionClientContract,
    private organizationId: string,
  ) {}

  async bringUpToDate(sources: LagoAppliedCoupon[]) {
    const { trx: client, organizationId } = this
    const known = await AppliedCoupon.query({ client }).where({ organizationId })
    for (const coupon of known.filter(({ id }) => !sources.some(({ lago_id: lagoId }) => lagoId === id))) {
      await coupon.useTransaction(client).delete()
      await this.#record('coupon.ended', coupon)
    }
    for (const source of sources) {
      const coupon = known.find(({ id }) => id === source.lago_id) ?? new AppliedCoupon()
      const isNew = !coupon.$isPersisted
      await this.#take(coupon, source).useTransaction(client).save()
      if (isNew) await this.#record('coupon.applied', coupon)
    }
  }

  #take(coupon: AppliedCoupon, source: LagoAppliedCoupon) {
    return coupon.merge({
      id: source.lago_id,
      organizationId: this.organizationId,
      code: source.coupon_code,
      name: source.coupon_name,
      amountCents: source.amount_cents ?? null,
      remainingCents: source.amount_cents_remaining ?? null,
      currency: source.amount_currency ?? null,
      percentageRate: source.percentage_rate === null ? null : String(source.percentage_rate),
      frequency: source.frequency,
      invoicesLeft: source.frequency_duration_remaining ?? null,
      appliedAt: time(source.created_at),
    })
  }

  #record(action: 'coupon.applied' | 'coupon.ended', { id, code, name }: AppliedCoupon) {
    const { trx, organizationId } = this
    return record(trx, { action, organizationId, subject: ['coupon', id], metadata: { code, name } })
  }
}
