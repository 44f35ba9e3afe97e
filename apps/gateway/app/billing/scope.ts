import type { HttpContext } from '@adonisjs/core/http'
import AppliedCoupon from '#billing/models/applied_coupon'
import Invoice from '#billing/models/invoice'
import Subscription from '#billing/models/subscription'
import { idValidator } from '#billing/validators/billing'

type Caller = Pick<HttpContext, 'membership' | 'params'>

/** The subscription in the address, when it is the active organization's. */
export async function ownSubscription({ membership, params }: Caller) {
  const { id } = await idValidator.validate(params)
  return Subscription.of(membership.organization.id).where({ id }).firstOrFail()
}

/** The invoice in the address, when it is the active organization's. */
export async function ownInvoice({ membership, params }: Caller) {
  const { id } = await idValidator.validate(params)
  return Invoice.of(membership.organization.id).where({ id }).firstOrFail()
}

/** The coupon in the address, when it is the active organization's. */
export async function ownCoupon({ membership, params }: Caller) {
  const { id } = await idValidator.validate(params)
  return AppliedCoupon.of(membership.organization.id).where({ id }).firstOrFail()
}
