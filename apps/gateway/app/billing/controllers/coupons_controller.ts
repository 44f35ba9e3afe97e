import type { HttpContext } from '@adonisjs/core/http'
import { Coupons } from '#billing/coupons'
import AppliedCoupon from '#billing/models/applied_coupon'
import { ownCoupon } from '#billing/scope'
import AppliedCouponTransformer from '#billing/transformers/applied_coupon_transformer'
import { couponValidator } from '#billing/validators/billing'

export default class CouponsController {
  async index({ membership, serialize }: HttpContext) {
    return serialize(AppliedCouponTransformer.transform(await AppliedCoupon.of(membership.organization.id)))
  }

  async store({ auth, membership, request, response, serialize }: HttpContext) {
    const { code } = await request.validateUsing(couponValidator)
    const held = await new Coupons(membership.organization).apply(code, auth.getUserOrFail())
    return response.created(await serialize(AppliedCouponTransformer.transform(held)))
  }

  async destroy(ctx: HttpContext) {
    await new Coupons(ctx.membership.organization).remove(await ownCoupon(ctx))
    return ctx.response.noContent()
  }
}
