import { BaseTransformer } from '@adonisjs/core/transformers'
import type Identity from '#accounts/models/identity'
import { providerLabels } from '#config/ally'
import { iso } from '#core/time'

export default class ConnectedIdentityTransformer extends BaseTransformer<Identity> {
  toObject() {
    const { id, provider, email, createdAt, lastUsedAt } = this.resource
    return {
      id,
      provider,
      label: providerLabels[provider],
      email,
      createdAt: iso(createdAt),
      lastUsedAt: iso(lastUsedAt),
    }
  }
}
