import vine from '@vinejs/vine'
import { rolesIn } from '#accounts/roles'
import type { Scope } from '#config/permissions'

/** A role of `config/roles.yaml`. */
export const roleRule = vine.createRule((value: unknown, scope: Scope, field) => {
  const choices = rolesIn(scope)
  if (!choices.includes(String(value))) field.report('role', 'role', field, { choices })
})
