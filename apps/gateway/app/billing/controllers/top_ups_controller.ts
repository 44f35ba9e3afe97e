import type { HttpContext } from '@adonisjs/core/http'
import { topUpValidator } from '#billing/validators/billing'
import { TopUpOrder } from '#billing/wallet/top_up_order'

export default class TopUpsController {
  async store({ auth, membership, request, response, serialize }: HttpContext) {
    const { amountCents } = await request.validateUsing(topUpValidator)
    const person = auth.getUserOrFail()
    const key = request.header('idempotency-key')
    const order = new TopUpOrder(
      membership.organization,
      person,
      amountCents,
      // Two people may choose the same.
      key && `${person.id} ${key}`,
    )
    return response.created(await serialize({ paymentUrl: await order.place() }))
  }
}
