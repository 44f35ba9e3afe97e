import type { HttpContext } from '@adonisjs/core/http'
import { rolesIn } from '#accounts/roles'
import { AdministeredUser } from '#admin/administered_user'
import AdministeredUserTransformer from '#admin/transformers/administered_user_transformer'
import UserRecordTransformer from '#admin/transformers/user_record_transformer'
import { UserList } from '#admin/user_list'
import { UserRecord } from '#admin/user_record'
import { idOf } from '#admin/validators/id'
import { userChangeValidator, userListValidator } from '#admin/validators/user'

export default class UsersController {
  async index({ request, serialize }: HttpContext) {
    const users = await new UserList(await request.validateUsing(userListValidator)).page()
    return serialize(AdministeredUserTransformer.transform(users.all()), {
      total: users.total,
      meta: { roles: rolesIn('platform') },
    })
  }

  async show({ params, serialize }: HttpContext) {
    return serialize(UserRecordTransformer.transform(await UserRecord.of(await idOf({ params }))))
  }

  async update({ auth, params, request, serialize }: HttpContext) {
    const id = await idOf({ params })
    const change = await request.validateUsing(userChangeValidator)
    const user = await new AdministeredUser(id, auth.getUserOrFail()).update(change)
    return serialize(AdministeredUserTransformer.transform(user))
  }
}
