import vine from '@vinejs/vine'
import { roleRule } from '#accounts/validators/role_rule'
import { reason } from '#admin/validators/reason'
import { tableFields } from '#core/table'

const filters = () => ({
  role: vine.string().use(roleRule('platform')).optional(),
  state: vine.enum(['active', 'disabled'] as const).optional(),
  verified: vine.boolean().optional(),
})

export const userListValidator = vine.create({
  ...tableFields(['fullName', 'email', 'createdAt']),
  ...filters(),
})

export const userChangeValidator = vine.create({
  fullName: vine.string().trim().minLength(1).maxLength(120).optional(),
  role: vine.string().use(roleRule('platform')).optional(),
  verified: vine.boolean({ strict: true }).optional(),
  reason: reason().optional(),
})

export const twoFactorResetValidator = vine.create({
  passkeys: vine.boolean({ strict: true }),
  reason: reason(),
})
