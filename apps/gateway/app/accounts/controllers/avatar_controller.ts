import type { HttpContext } from '@adonisjs/core/http'
import UserTransformer from '#accounts/transformers/user_transformer'
import { contentsOf } from '#core/middleware/upload_middleware'
import { keepAvatar } from '#core/uploads/avatar'
import { avatarValidator } from '#core/validators/upload'

export default class AvatarController {
  async store({ auth, request, serialize }: HttpContext) {
    const { picture } = await request.validateUsing(avatarValidator)
    const user = auth.getUserOrFail()
    await user.changeAvatar(await keepAvatar(contentsOf(picture), user.id))
    return serialize(UserTransformer.transform(user))
  }

  async destroy({ auth, serialize }: HttpContext) {
    const user = auth.getUserOrFail()
    await user.changeAvatar(null)
    return serialize(UserTransformer.transform(user))
  }
}
