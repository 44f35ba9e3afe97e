import type { HttpContext } from '@adonisjs/core/http'
import { requestEmailChange } from '#accounts/email_change'
import { addressValidator } from '#accounts/validators/account'

export default class EmailChangesController {
  async store({ auth, request, response, serialize }: HttpContext) {
    const { email } = await request.validateUsing(addressValidator)
    await requestEmailChange(auth.getUserOrFail(), email)
    return response.accepted(await serialize({ email }))
  }
}
