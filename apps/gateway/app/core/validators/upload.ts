import vine from '@vinejs/vine'

export const avatarValidator = vine.create({ picture: vine.file() })
