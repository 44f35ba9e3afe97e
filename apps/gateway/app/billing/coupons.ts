import type { MembershipSummary } from '#organizations/member_provider'
import { FieldException } from '#core/exceptions/field_exception'
import { currencyOf } from '#billing/currency'
import { lago, LagoRefusal } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import AppliedCoupon from '#billing/models/applied_coupon'

/** What Lago says no with; `fields.json` has it in words for the person who typed the code. */
const refusals = ['coupon_not_found', 'coupon_is_not_reusable', 'plan_overlapping'] as const

function refuse(error: unknown): never {
  const known = refusals.find((code) => error instanceof LagoRefusal && error.names(code))
  throw known ? new FieldException('code', known) : error
}

/** Takes a coupon on or gives it back. Lago would take the same one twice; here repeating it changes nothing. */
export class Coupons {
  constructor(private organization: MembershipSummary['organization']) {}

  /** @throws FieldException for a code that Lago does not take */
  async apply(code: string, payer: { email: string }) {
    const { id } = this.organization
    await leased(id, async (lease) => {
      const held = await lago.appliedCoupons(id)
      if (!held.some(({ coupon_code: known }) => known === code)) {
        await lago.saveCustomer(this.organization, payer.email, { currency: await this.#currencyFor(code) })
        await lago.applyCoupon(id, code).catch(refuse)
      }
      await new CustomerMirror(id, lease).refresh()
    })
    return AppliedCoupon.of(id)
  }

  /** Lago would keep an amount in another currency, and never take it off anything. */
  async #currencyFor(code: string) {
    const [{ currency: own, isFinal }, coupons] = await Promise.all([
      currencyOf(this.organization.id),
      lago.coupons(),
    ])
    const other = coupons.find((coupon) => coupon.code === code && !coupon.percentage_rate)?.amount_currency
    if (!other || other === own) return own
    throw new FieldException('code', 'coupon_currency', { own, other, final: isFinal ? 'yes' : 'no' })
  }

  async remove({ id: couponId }: AppliedCoupon) {
    const { id } = this.organization
    await leased(id, async (lease) => {
      await lago.removeCoupon(id, couponId)
      await new CustomerMirror(id, lease).refresh()
    })
  }
}
