import type { HttpContext } from '@adonisjs/core/http'
import { verifyEmail } from '#accounts/email_verification'
import { linkValidator } from '#accounts/validators/account'
import { t } from '#core/language'

export default class EmailVerificationsController {
  async store({ request, serialize }: HttpContext) {
    const { token } = await request.validateUsing(linkValidator)
    const { email } = await verifyEmail(token)
    return serialize({ email }, { message: t('words.address_confirmed') })
  }
}
