import type { HttpContext } from '@adonisjs/core/http'
import { checkoutUrlOf } from '#billing/checkout'

export default class CheckoutsController {
  async store({ membership, serialize }: HttpContext) {
    return serialize({ checkoutUrl: await checkoutUrlOf(membership.organization.id) })
  }
}
