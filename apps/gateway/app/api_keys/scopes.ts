import { permissionsIn } from '#accounts/roles'
import { forPeopleAlone } from '#config/api_keys'
import { type OrganizationPermission, permissions } from '#config/permissions'
import type { MembershipSummary } from '#organizations/member_provider'

const isScope = (permission: string): permission is OrganizationPermission =>
  !(forPeopleAlone as readonly string[]).includes(permission)

/** All that a key can be given. */
export const scopes = permissions.organization.filter(isScope)

/** What somebody can give to a key: nothing that they may not do themselves. */
export const scopesWithin = (membership: MembershipSummary) => permissionsIn(membership).filter(isScope)
