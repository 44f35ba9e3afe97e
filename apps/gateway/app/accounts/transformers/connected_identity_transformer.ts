import { BaseTransformer } from '@adonisjs/core/transformers'
import type Identity from '#accounts/models/identity'
import { providerLabels } from '#config/ally'

export default class ConnectedIdentityTransformer extends BaseTransformer<Identity> {
  toObject() {
    const { id, provider, email, createdAt, lastUsedAt } = this.resource
    return {
      id,
      provider,
      label: providerLabels[provider],
      email,
      createdAt: createdAt.toISO(),
      lastUsedAt: lastUsedAt?.toISO() ?? null,
    }
  }
}
