import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#accounts/models/user'
import type { MembershipSummary } from '#organizations/member_provider'

/** Who is signed in, and in which organization they are acting. */
export default class IdentityTransformer extends BaseTransformer<User> {
  constructor(
    user: User,
    private active: MembershipSummary | null,
  ) {
    super(user)
  }

  toObject() {
    const { id, email, fullName, role, emailVerifiedAt } = this.resource
    const organization = this.active && { ...this.active.organization, role: this.active.role }
    return {
      id,
      email,
      fullName,
      role,
      emailVerifiedAt: emailVerifiedAt?.toISO() ?? null,
      hasPassword: this.resource.password !== null,
      organization,
    }
  }
}
