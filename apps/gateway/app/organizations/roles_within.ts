import { HttpContext } from '@adonisjs/core/http'
import { permissionsOf, rolesIn } from '#accounts/roles'

/**
 * Roles that may do nothing that this one may not: what somebody may give, change and take away. Who acts by an API key
 * gives no role that reaches beyond its scopes, or a key that may invite could make itself an owner.
 */
export function rolesWithin(own: string) {
  const scopes = HttpContext.get()?.apiKey?.scopes
  const granted = new Set(
    permissionsOf('organization', own).filter((permission) => scopes?.includes(permission) ?? true),
  )
  return rolesIn('organization').filter((role) =>
    permissionsOf('organization', role).every((permission) => granted.has(permission)),
  )
}
