import type { HttpContext } from '@adonisjs/core/http'
import { InvalidCredentialsException } from '#accounts/exceptions/invalid_credentials_exception'
import User from '#accounts/models/user'
import UserTransformer from '#accounts/transformers/user_transformer'
import { credentialsValidator } from '#accounts/validators/account'
import { bearerToken } from '#core/bearer'

export default class SessionsController {
  async store({ auth, request, serialize, session }: HttpContext) {
    const { email, password, remember } = await request.validateUsing(credentialsValidator)
    const user = await User.findByCredentials(email, password)
    if (!user) throw new InvalidCredentialsException()

    await auth.use('web').login(user)
    session.put('remember', remember ?? false)
    return serialize({ user: UserTransformer.transform(user) })
  }

  async destroy({ auth, request, response, session }: HttpContext) {
    if (bearerToken(request) === null) session.clear()
    else await auth.use('token').logout()
    return response.noContent()
  }
}
