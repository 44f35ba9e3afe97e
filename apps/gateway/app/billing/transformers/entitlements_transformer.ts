import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Entitled } from '#billing/entitlements'

export default class EntitlementsTransformer extends BaseTransformer<Entitled> {
  toObject() {
    return this.resource.toObject()
  }
}
