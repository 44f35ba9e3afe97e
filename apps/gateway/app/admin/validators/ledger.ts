import vine from '@vinejs/vine'
import { eventFields } from '#audit/validators/event'

export const platformEventListValidator = vine.create({
  ...eventFields(),
  user: vine.string().uuid().optional(),
  organization: vine.string().uuid().optional(),
})
