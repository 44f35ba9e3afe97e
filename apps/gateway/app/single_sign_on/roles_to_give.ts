import type { MembershipSummary } from '#organizations/member_provider'
import { rolesWithin } from '#organizations/roles_within'

/** Roles that may do nothing that the giver's may not; nobody becomes an owner by a provider's word. */
export const rolesToGive = ({ role }: MembershipSummary) =>
  rolesWithin(role).filter((given) => given !== 'owner')
