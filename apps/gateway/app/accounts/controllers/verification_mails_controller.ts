import type { HttpContext } from '@adonisjs/core/http'
import { requestVerification } from '#accounts/email_verification'
import { t } from '#core/language'

export default class VerificationMailsController {
  async store({ auth, response, serialize }: HttpContext) {
    const user = auth.getUserOrFail()
    await requestVerification(user)
    return response.accepted(await serialize({ email: user.email }, { message: t('words.mail_on_its_way') }))
  }
}
