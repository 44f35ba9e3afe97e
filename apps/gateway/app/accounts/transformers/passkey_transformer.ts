import { BaseTransformer } from '@adonisjs/core/transformers'
import type Passkey from '#accounts/models/passkey'
import { iso } from '#core/time'

export default class PasskeyTransformer extends BaseTransformer<Passkey> {
  toObject() {
    const { id, name, isBackedUp, createdAt, lastUsedAt } = this.resource
    return { id, name, isBackedUp, createdAt: iso(createdAt), lastUsedAt: iso(lastUsedAt) }
  }
}
