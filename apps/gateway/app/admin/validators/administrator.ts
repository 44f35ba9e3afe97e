import vine from '@vinejs/vine'

export const administratorValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254).email(),
  fullName: vine.string().trim().minLength(1).maxLength(120).optional(),
})
