import { maximumLength, minimumLength } from '@gantry/password-rule'
import vine from '@vinejs/vine'
import { breachRule, passwordRule } from '#accounts/validators/password_rule'
import { code } from '#accounts/validators/two_factor'

export const email = () => vine.string().trim().toLowerCase().maxLength(254).email()

export const fullName = () => vine.string().trim().minLength(1).maxLength(120)

/** An existing password is compared, not judged: rules may have changed since it was chosen. */
const existingPassword = () => vine.string().maxLength(128)

export const newPassword = () =>
  vine.string().minLength(minimumLength).maxLength(maximumLength).use(passwordRule()).use(breachRule())

export const registrationValidator = vine.create({
  email: email().unique({ table: 'users', column: 'email' }),
  password: newPassword(),
  fullName: fullName(),
})

export const credentialsValidator = vine.create({
  email: email(),
  password: existingPassword(),
  remember: vine.boolean({ strict: true }).optional(),
})

export const tokenValidator = vine.create({
  email: email().optional(),
  password: existingPassword().optional(),
  code: code().optional(),
})

export const passwordChangeValidator = vine.create({
  currentPassword: existingPassword(),
  password: newPassword(),
})

export const firstPasswordValidator = vine.create({ password: newPassword() })

export const confirmationValidator = vine.create({ password: existingPassword() })

export const addressValidator = vine.create({ email: email() })

/** The secret of a link in a mail. */
export const secret = () => vine.string().maxLength(100)

export const linkValidator = vine.create({ token: secret() })

export const passwordResetValidator = vine.create({ token: secret(), password: newPassword() })

export const profileValidator = vine.create({ fullName: fullName() })

export const openSessionValidator = vine.create({
  params: vine.object({ id: vine.string().regex(/^[\w-]{43}$/) }),
})
