import vine from '@vinejs/vine'
import { email, fullName, newPassword, secret } from '#accounts/validators/account'
import { roleRule } from '#accounts/validators/role_rule'

export const invitationValidator = vine.create({
  email: email(),
  role: vine.string().use(roleRule('organization')),
})

const idValidator = vine.create({ id: vine.string().uuid() })

/** Of the invitation in the address. */
export const invitationIdIn = async (params: Record<string, unknown>) =>
  (await idValidator.validate(params)).id

export const invitedRegistrationValidator = vine.create({
  token: secret(),
  /** Forms name the address that they show; it can be no other than the invited one. */
  email: email().optional(),
  fullName: fullName(),
  password: newPassword(),
})
