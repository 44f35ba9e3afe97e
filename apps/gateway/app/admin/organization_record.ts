import Subscription from '#billing/models/subscription'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'

/** Everything an administrator sees of one organization. */
export class OrganizationRecord {
  private constructor(
    readonly organization: Organization,
    readonly memberships: Membership[],
    readonly subscription: Subscription | null,
  ) {}

  static async of(id: string) {
    const organization = await Organization.findOrFail(id)
    const [memberships, subscription] = await Promise.all([
      Membership.query().where({ organizationId: id }).preload('user').orderBy('created_at').limit(100),
      Subscription.of(id).first(),
    ])
    return new OrganizationRecord(organization, memberships, subscription)
  }
}
