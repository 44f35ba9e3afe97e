import type { HttpContext } from '@adonisjs/core/http'
import { resetPassword } from '#accounts/mailed_link'
import { passwordResetValidator } from '#accounts/validators/account'

export default class PasswordResetsController {
  async store({ request, serialize }: HttpContext) {
    const { token, password } = await request.validateUsing(passwordResetValidator)
    const { email } = await resetPassword(token, password)
    return serialize({ email }, { message: 'Your password has been changed.' })
  }
}
