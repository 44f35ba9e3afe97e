import vine from '@vinejs/vine'
import { commonPasswords } from '#accounts/validators/common_passwords'

/** Refuses passwords that everybody tries first. */
export const passwordRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || !commonPasswords.has(value.toLowerCase())) return
  field.report('This password is too common. Please choose another one.', 'commonPassword', field)
})
