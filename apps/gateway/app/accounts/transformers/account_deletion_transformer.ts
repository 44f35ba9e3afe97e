import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#accounts/models/user'
import { iso } from '#core/time'

/** Until when a person can change their mind; null where they do not want to be deleted. */
export default class AccountDeletionTransformer extends BaseTransformer<User> {
  toObject() {
    return { deletionDueAt: iso(this.resource.deletionDueAt) }
  }
}
