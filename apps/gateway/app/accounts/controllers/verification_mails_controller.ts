import type { HttpContext } from '@adonisjs/core/http'
import { requestVerification } from '#accounts/email_verification'

export default class VerificationMailsController {
  async store({ auth, response, serialize }: HttpContext) {
    const user = auth.getUserOrFail()
    await requestVerification(user)
    return response.accepted(await serialize({ email: user.email }, { message: 'The mail is on its way.' }))
  }
}
