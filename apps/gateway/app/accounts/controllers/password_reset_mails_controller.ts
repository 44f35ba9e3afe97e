import type { HttpContext } from '@adonisjs/core/http'
import { requestPasswordReset } from '#accounts/mailed_link'
import { addressValidator } from '#accounts/validators/account'

export default class PasswordResetMailsController {
  async store({ request, response, serialize }: HttpContext) {
    const { email } = await request.validateUsing(addressValidator)
    await requestPasswordReset(email)
    return response.accepted(await serialize({ email }))
  }
}
