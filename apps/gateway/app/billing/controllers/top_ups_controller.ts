import type { HttpContext } from '@adonisjs/core/http'
import { topUpValidator } from '#billing/validators/billing'
import { TopUpOrder } from '#billing/wallet/top_up_order'

export default class TopUpsController {
  async store(ctx: HttpContext) {
    const { auth, membership, request, response, serialize } = ctx
    ctx.isResumable = true
    const { amountCents } = await request.validateUsing(topUpValidator)
    const order = new TopUpOrder(
      membership.organization,
      auth.getUserOrFail(),
      amountCents,
      request.header('idempotency-key'),
    )
    return response.created(await serialize({ paymentUrl: await order.place() }))
  }
}
