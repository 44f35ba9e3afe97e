import vine from '@vinejs/vine'
import { limits, reservable } from '#config/organizations'

export const teamValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(60),
  resources: vine.array(vine.enum(reservable)).distinct().maxLength(reservable.length),
  userIds: vine.array(vine.string().uuid()).distinct().maxLength(limits.members),
})

export const teamIdValidator = vine.create({ id: vine.string().uuid() })
