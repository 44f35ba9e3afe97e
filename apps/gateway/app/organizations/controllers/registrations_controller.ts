import type { HttpContext } from '@adonisjs/core/http'
import UserTransformer from '#accounts/transformers/user_transformer'
import { registrationValidator } from '#accounts/validators/account'
import { Signup } from '#organizations/signup'

export default class RegistrationsController {
  async store({ auth, request, response, serialize }: HttpContext) {
    const person = await request.validateUsing(registrationValidator)
    const user = await new Signup(person).complete()

    await auth.use('web').login(user)
    return response.created(await serialize({ user: UserTransformer.transform(user) }))
  }
}
