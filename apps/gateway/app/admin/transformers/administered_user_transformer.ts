import { BaseTransformer } from '@adonisjs/core/transformers'
import { iso } from '#core/time'
import type User from '#accounts/models/user'

export function administeredUser(user: User) {
  const { id, email, fullName, role } = user
  return {
    id,
    email,
    fullName,
    role,
    emailVerifiedAt: iso(user.emailVerifiedAt),
    disabledAt: iso(user.disabledAt),
    createdAt: iso(user.createdAt),
  }
}

/** A person as an administrator sees them in a list. */
export default class AdministeredUserTransformer extends BaseTransformer<User> {
  toObject() {
    return administeredUser(this.resource)
  }
}
