import { BaseTransformer } from '@adonisjs/core/transformers'
import { limits } from '#config/organizations'
import { iso } from '#core/time'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type Organization from '#organizations/models/organization'
import { rolesWithin } from '#organizations/roles_within'

/** An organization as its settings show it to one of its members. */
export default class OrganizationTransformer extends BaseTransformer<Organization> {
  constructor(
    organization: Organization,
    private role: string,
  ) {
    super(organization)
  }

  toObject() {
    const { id, name, slug, logo, requiresTwoFactor, createdAt } = this.resource
    return {
      id,
      name,
      slug,
      logo: avatarUrls(logo),
      requiresTwoFactor,
      createdAt: iso(createdAt),
      mostMembers: limits.members,
      role: this.role,
      /** Roles that this member may give and take away, as far as they may at all. */
      roles: rolesWithin(this.role),
    }
  }
}
