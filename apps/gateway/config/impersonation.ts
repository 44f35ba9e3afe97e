import type { Permission } from '#config/permissions'

/** What an administrator may do while acting as somebody else. What is not listed here is refused. */
export const impersonation = {
  minutes: 60,

  /** Of what the person may do; money, keys, who comes in and how are nobody else's to change. */
  permissions: [
    'organization.read',
    'organization.update',
    'member.read',
    'team.read',
    'team.manage',
    'billing.read',
    'audit.read',
  ] satisfies Permission[] as Permission[],

  /** Routes about the person's own account. */
  routes: [
    'auth.me',
    'auth.logout',
    'auth.impersonation.destroy',
    'organizations.index',
    'organizations.activate',
    'user.show',
    'user.events.index',
    'preferences.show',
  ],
}
