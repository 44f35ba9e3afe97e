import { BaseTransformer } from '@adonisjs/core/transformers'
import { can } from '#accounts/roles'
import { iso } from '#core/time'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type { MembershipSummary } from '#organizations/member_provider'
import type Membership from '#organizations/models/membership'

/** Somebody of an organization as the others there see them. */
export default class MemberTransformer extends BaseTransformer<Membership> {
  constructor(
    membership: Membership,
    private reader: MembershipSummary,
  ) {
    super(membership)
  }

  toObject() {
    const { user, role, createdAt } = this.resource
    return {
      userId: user.id,
      fullName: user.fullName,
      email: user.email,
      avatar: avatarUrls(user.avatar),
      role,
      joinedAt: iso(createdAt),
      /** Null for who does not look after the members. */
      hasSecondFactor: can(this.reader, 'member.update') ? user.hasSecondFactor : null,
    }
  }
}
