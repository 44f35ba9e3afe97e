import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredUser } from '#admin/administered_user'
import { idOf } from '#admin/validators/id'

export default class UserVerificationMailsController {
  async store({ auth, params, response, serialize }: HttpContext) {
    const { email } = await new AdministeredUser(
      await idOf({ params }),
      auth.getUserOrFail(),
    ).requestVerification()
    return response.accepted(await serialize({ email }))
  }
}
