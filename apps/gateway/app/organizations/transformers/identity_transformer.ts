import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Impersonation } from '#accounts/impersonation'
import type User from '#accounts/models/user'
import { permissionsIn, permissionsOf } from '#accounts/roles'
import { iso } from '#core/time'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type { MembershipSummary } from '#organizations/member_provider'

/** Who is signed in, in which organization they are acting, and what they may do there and on the platform. */
export default class IdentityTransformer extends BaseTransformer<User> {
  constructor(
    user: User,
    private active: MembershipSummary | null,
    /** Whether the organization is closed to them until they have a second factor. */
    private needsSecondFactor: boolean,
    private impersonation?: Impersonation,
  ) {
    super(user)
  }

  toObject() {
    const { id, email, fullName, role, avatar, emailVerifiedAt, theme, timeZone, language } = this.resource
    const organization = this.active && {
      ...this.active.organization,
      logo: avatarUrls(this.active.organization.logo),
      role: this.active.role,
      needsSecondFactor: this.needsSecondFactor,
    }
    const permissions = [
      ...permissionsOf('platform', role),
      ...(this.active && this.#isOpen ? permissionsIn(this.active) : []),
    ]
    return {
      id,
      email,
      fullName,
      role,
      avatar: avatarUrls(avatar),
      emailVerifiedAt: iso(emailVerifiedAt),
      deletionDueAt: iso(this.resource.deletionDueAt),
      restrictions: this.resource.restrictions,
      theme,
      timeZone,
      language,
      hasPassword: this.resource.password !== null,
      organization,
      permissions,
      impersonation: this.impersonation
        ? {
            administrator: this.impersonation.administrator.fullName,
            reason: this.impersonation.reason,
            endsAt: this.impersonation.endsAt,
          }
        : null,
    }
  }

  get #isOpen() {
    return !this.active?.organization.isDisabled && !this.needsSecondFactor
  }
}
