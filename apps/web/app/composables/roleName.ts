/** A role of `roles.yaml` as people read it. */
export const roleName = (role: string) =>
  role === 'platform_admin' ? 'administrator' : role.replaceAll('_', ' ')
