import { BaseTransformer } from '@adonisjs/core/transformers'
import { iso } from '#core/time'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type Membership from '#organizations/models/membership'

/** Somebody of an organization as the others there see them. */
export default class MemberTransformer extends BaseTransformer<Membership> {
  toObject() {
    const { user, role, createdAt } = this.resource
    return {
      userId: user.id,
      fullName: user.fullName,
      email: user.email,
      avatar: avatarUrls(user.avatar),
      role,
      joinedAt: iso(createdAt),
    }
  }
}
