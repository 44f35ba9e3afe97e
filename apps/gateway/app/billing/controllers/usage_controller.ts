import type { HttpContext } from '@adonisjs/core/http'
import UsageTransformer from '#billing/transformers/usage_transformer'
import { usageOf } from '#billing/usage/overview'

export default class UsageController {
  async show({ membership, serialize }: HttpContext) {
    return serialize(UsageTransformer.transform(await usageOf(membership.organization.id)))
  }
}
