import vine from '@vinejs/vine'
import { reason } from '#admin/validators/reason'
import { tableFields } from '#core/table'

const roles = ['user', 'editor', 'platform_admin'] as const

const filters = () => ({
  role: vine.enum(roles).optional(),
  state: vine.enum(['active', 'disabled'] as const).optional(),
  verified: vine.boolean().optional(),
})

export const userListValidator = vine.create({
  ...tableFields(['fullName', 'email', 'createdAt']),
  ...filters(),
})

export const userChangeValidator = vine.create({
  fullName: vine.string().trim().minLength(1).maxLength(120).optional(),
  role: vine.enum(roles).optional(),
  verified: vine.boolean({ strict: true }).optional(),
  reason: reason().optional(),
})
