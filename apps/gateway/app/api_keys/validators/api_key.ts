import vine from '@vinejs/vine'
import { scopes } from '#api_keys/scopes'
import { limits } from '#config/api_keys'

export const apiKeyValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(60),
  scopes: vine.array(vine.enum(scopes)).distinct().minLength(1).maxLength(scopes.length),
  perMinute: vine.number().withoutDecimals().min(1).max(limits.mostPerMinute).optional(),
  /** Null is without end; to leave it out is not, so that nobody makes such a key by mistake. */
  expiresInDays: vine.number().withoutDecimals().min(1).max(limits.days).nullable(),
})

export const apiKeyIdValidator = vine.create({ id: vine.string().uuid() })
