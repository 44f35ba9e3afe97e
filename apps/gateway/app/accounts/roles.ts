import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type User from '#accounts/models/user'
import { RolesFile } from '#accounts/roles_file'
import {
  type OrganizationPermission,
  type Permission,
  permissions,
  type PlatformPermission,
  type Scope,
} from '#config/permissions'
import { isWritten, t } from '#core/language'

const roles = new RolesFile('config/roles.yaml', readFileSync(app.configPath('roles.yaml'), 'utf8')).read()

const platform = new Set(permissions.platform)
export const isPlatformPermission = (permission: Permission): permission is PlatformPermission =>
  platform.has(permission)

/** Somebody in an organization; to be told from a person, whose role is the one on the platform. */
export interface InOrganization {
  role: string
  organization: object
  /** Resources that are kept from them, whatever their role says. */
  withheld?: readonly string[]
  /** The scopes of the API key that speaks for them, beyond which it does not reach. */
  scopes?: readonly string[]
}

export const rolesIn = (scope: Scope) => [...roles[scope].keys()]

/** What a role may do, in the order of declaration. One that the file does not know any more may do nothing. */
export function permissionsOf(scope: Scope, role: string) {
  const granted = roles[scope].get(role)
  return permissions[scope].filter((permission) => granted?.has(permission))
}

/** May they? A person is asked for the platform, a membership for its organization. */
export function can(person: User, permission: PlatformPermission): boolean
export function can(membership: InOrganization, permission: OrganizationPermission): boolean
export function can(
  { role, withheld = [], scopes }: Pick<InOrganization, 'role' | 'withheld' | 'scopes'>,
  permission: Permission,
) {
  const scope = isPlatformPermission(permission) ? 'platform' : 'organization'
  const isGranted = roles[scope].get(role)?.has(permission) ?? false
  const isInReach = scopes?.includes(permission) ?? true
  return isGranted && isInReach && !withheld.includes(permission.split('.')[0]!)
}

/** All that a membership may do. */
export const permissionsIn = (membership: InOrganization) =>
  permissions.organization.filter((permission) => can(membership, permission as OrganizationPermission))

/** What people call a role; one that an operator has added keeps the name they gave it. */
export function roleName(role: string) {
  const key = `words.role_${role}`
  return isWritten(key) ? t(key) : role
}
