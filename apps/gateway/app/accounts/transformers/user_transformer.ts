import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#accounts/models/user'

export default class UserTransformer extends BaseTransformer<User> {
  toObject() {
    const { id, email, fullName, role, emailVerifiedAt } = this.resource
    return { id, email, fullName, role, emailVerifiedAt: emailVerifiedAt?.toISO() ?? null }
  }
}
