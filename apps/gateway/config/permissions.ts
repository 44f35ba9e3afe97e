/**
 * What there is to permit: actions by resource, in an organization and on the platform. `config/roles.yaml` says who may
 * do which of them; a resource belongs to one of the two, so its name tells where its permissions count.
 */
export const resources = {
  organization: {
    organization: ['read', 'update', 'delete'],
    member: ['read', 'invite', 'update', 'remove'],
    team: ['read', 'manage'],
    billing: ['read', 'manage'],
    audit: ['read', 'export'],
    single_sign_on: ['manage'],
    api_key: ['read', 'manage'],
    two_factor: ['require'],
  },
  platform: {
    user: ['read', 'update', 'disable', 'impersonate'],
    tenant: ['read', 'update', 'disable'],
    content: ['read', 'write', 'publish'],
    ledger: ['read', 'export'],
    system: ['read', 'manage'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type Scope = keyof typeof resources

type PermissionIn<S extends Scope> = {
  [
    Resource in keyof (typeof resources)[S]
  ]: `${Resource & string}.${((typeof resources)[S][Resource] & readonly string[])[number]}`
}[keyof (typeof resources)[S]]

export type OrganizationPermission = PermissionIn<'organization'>
export type PlatformPermission = PermissionIn<'platform'>
export type Permission = OrganizationPermission | PlatformPermission

const allIn = (scope: Scope) =>
  Object.entries(resources[scope]).flatMap(([resource, actions]) =>
    actions.map((action: string) => `${resource}.${action}` as Permission),
  )

/** Every permission, by where it counts. */
export const permissions: Record<Scope, Permission[]> = {
  organization: allIn('organization'),
  platform: allIn('platform'),
}
