import { can } from '#accounts/roles'
import Organization from '#organizations/models/organization'

/** Who looks after the billing of an organization, and so hears of it: these people, and its name. */
export async function payersOf(organizationId: string) {
  const organization = await Organization.query()
    .where({ id: organizationId })
    .preload('memberships', (memberships) => memberships.preload('user'))
    .first()
  if (!organization) return null
  const payers = organization.memberships.filter(
    ({ role, user }) => !user.disabledAt && can({ role, organization }, 'billing.manage'),
  )
  return { name: organization.name, people: payers.map(({ user }) => user) }
}
