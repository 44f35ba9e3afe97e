import vine from '@vinejs/vine'
import { rolesIn } from '#accounts/roles'
import type { Scope } from '#config/permissions'

/** A role of `config/roles.yaml`. */
export const roleRule = vine.createRule((value: unknown, scope: Scope, field) => {
  const known = rolesIn(scope)
  if (!known.includes(String(value)))
    field.report(`Please choose one of: ${known.join(', ')}.`, 'role', field)
})
