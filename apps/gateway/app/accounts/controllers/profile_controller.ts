import type { HttpContext } from '@adonisjs/core/http'
import UserTransformer from '#accounts/transformers/user_transformer'
import { profileValidator } from '#accounts/validators/account'

export default class ProfileController {
  show({ auth, serialize }: HttpContext) {
    return serialize(UserTransformer.transform(auth.getUserOrFail()))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const profile = await request.validateUsing(profileValidator)
    const user = await auth.getUserOrFail().updateProfile(profile)
    return serialize(UserTransformer.transform(user))
  }
}
