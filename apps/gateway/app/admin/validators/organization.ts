import vine from '@vinejs/vine'
import { tableFields } from '#core/table'

export const organizationListValidator = vine.create({
  ...tableFields(['name', 'createdAt', 'members']),
  state: vine.enum(['active', 'disabled'] as const).optional(),
})
