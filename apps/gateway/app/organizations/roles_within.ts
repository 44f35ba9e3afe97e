import { permissionsOf, rolesIn } from '#accounts/roles'

/** Roles that may do nothing that this one may not: what somebody may give, change and take away. */
export function rolesWithin(own: string) {
  const granted = new Set(permissionsOf('organization', own))
  return rolesIn('organization').filter((role) =>
    permissionsOf('organization', role).every((permission) => granted.has(permission)),
  )
}
