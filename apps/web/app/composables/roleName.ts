/** A role of `roles.yaml` as people read it. */
export function roleName(role: string) {
  const words = role === 'platform_admin' ? 'administrator' : role.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
