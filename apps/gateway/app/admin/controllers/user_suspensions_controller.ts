import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredUser } from '#admin/administered_user'
import AdministeredUserTransformer from '#admin/transformers/administered_user_transformer'
import { idOf } from '#admin/validators/id'
import { reasonValidator } from '#admin/validators/reason'

export default class UserSuspensionsController {
  async store({ auth, params, request, serialize }: HttpContext) {
    const id = await idOf({ params })
    const { reason } = await request.validateUsing(reasonValidator)
    const user = await new AdministeredUser(id, auth.getUserOrFail()).disable(reason)
    return serialize(AdministeredUserTransformer.transform(user))
  }

  async destroy({ auth, params, serialize }: HttpContext) {
    const id = await idOf({ params })
    const user = await new AdministeredUser(id, auth.getUserOrFail()).enable()
    return serialize(AdministeredUserTransformer.transform(user))
  }
}
