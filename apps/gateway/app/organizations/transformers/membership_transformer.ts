import { BaseTransformer } from '@adonisjs/core/transformers'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type { MembershipSummary } from '#organizations/member_provider'

/** An organization as one of its members sees it. */
export default class MembershipTransformer extends BaseTransformer<MembershipSummary> {
  toObject() {
    const { role, organization } = this.resource
    return { ...organization, logo: avatarUrls(organization.logo), role }
  }
}
