import vine from '@vinejs/vine'

export const identityValidator = vine.create({ provider: vine.string().maxLength(40) })

export const connectedIdentityValidator = vine.create({ params: vine.object({ id: vine.string().uuid() }) })
