/** A role of `roles.yaml` as people read it; one that an operator has added, by its own name. */
export function roleName(role: string) {
  if (useNuxtApp().$i18n.te(`shared.roles.${role}`)) return t(`shared.roles.${role}`)
  const words = role.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
