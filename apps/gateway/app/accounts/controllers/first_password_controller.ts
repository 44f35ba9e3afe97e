import type { HttpContext } from '@adonisjs/core/http'
import { PasswordExistsException } from '#accounts/exceptions/identity_exceptions'
import UserTransformer from '#accounts/transformers/user_transformer'
import { firstPasswordValidator } from '#accounts/validators/account'

export default class FirstPasswordController {
  /** For a person who has none; one who has changes it, by the old one. */
  async store({ auth, request, response, serialize }: HttpContext) {
    const { password } = await request.validateUsing(firstPasswordValidator)
    const user = auth.getUserOrFail()
    if (user.password !== null) throw new PasswordExistsException()

    await user.changePassword(password)
    await auth.use('web').login(user)
    return response.created(await serialize(UserTransformer.transform(user)))
  }
}
