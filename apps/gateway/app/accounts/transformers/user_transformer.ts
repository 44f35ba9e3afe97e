import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#accounts/models/user'
import { iso } from '#core/time'
import { avatarUrls } from '#core/uploads/avatar_urls'

export default class UserTransformer extends BaseTransformer<User> {
  toObject() {
    const { id, email, fullName, role, avatar, emailVerifiedAt } = this.resource
    return {
      id,
      email,
      fullName,
      role,
      avatar: avatarUrls(avatar),
      emailVerifiedAt: iso(emailVerifiedAt),
    }
  }
}
