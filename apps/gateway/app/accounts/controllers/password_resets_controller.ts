import type { HttpContext } from '@adonisjs/core/http'
import { rememberDevice } from '#accounts/known_device'
import { resetPassword } from '#accounts/mailed_link'
import { passwordResetValidator } from '#accounts/validators/account'
import { t } from '#core/language'

export default class PasswordResetsController {
  async store(ctx: HttpContext) {
    const { request, serialize } = ctx
    const { token, password } = await request.validateUsing(passwordResetValidator)
    const { email } = await resetPassword(token, password)
    rememberDevice(ctx, email)
    return serialize({ email }, { message: t('words.password_changed') })
  }
}
