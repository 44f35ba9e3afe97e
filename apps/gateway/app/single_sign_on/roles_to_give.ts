import { permissionsOf, rolesIn } from '#accounts/roles'
import type { MembershipSummary } from '#organizations/member_provider'

/** Roles that may do nothing that the giver's may not; nobody becomes an owner by a provider's word. */
export function rolesToGive({ role: own }: MembershipSummary) {
  const granted = new Set(permissionsOf('organization', own))
  return rolesIn('organization').filter(
    (role) =>
      role !== 'owner' && permissionsOf('organization', role).every((permission) => granted.has(permission)),
  )
}
