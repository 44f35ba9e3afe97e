import type { HttpContext } from '@adonisjs/core/http'
import { planOf } from '#billing/entitlements'
import EntitlementsTransformer from '#billing/transformers/entitlements_transformer'

export default class EntitlementsController {
  async show({ membership, serialize }: HttpContext) {
    return serialize(EntitlementsTransformer.transform(await planOf(membership.organization.id)))
  }
}
