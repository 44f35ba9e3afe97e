import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredUser } from '#admin/administered_user'
import AdministeredUserTransformer from '#admin/transformers/administered_user_transformer'
import UserRecordTransformer from '#admin/transformers/user_record_transformer'
import { UserRecord } from '#admin/user_record'
import { UserList } from '#admin/user_list'
import { idValidator } from '#admin/validators/id'
import { userChangeValidator, userListValidator } from '#admin/validators/user'

export default class UsersController {
  async index({ request, serialize }: HttpContext) {
    const users = await new UserList(await request.validateUsing(userListValidator)).page()
    return serialize(AdministeredUserTransformer.transform(users.all()), { total: users.total })
  }

  async show({ params, serialize }: HttpContext) {
    const { id } = await idValidator.validate(params)
    return serialize(UserRecordTransformer.transform(await UserRecord.of(id)))
  }

  async update({ auth, params, request, serialize }: HttpContext) {
    const { id } = await idValidator.validate(params)
    const change = await request.validateUsing(userChangeValidator)
    const user = await new AdministeredUser(id, auth.getUserOrFail()).update(change)
    return serialize(AdministeredUserTransformer.transform(user))
  }
}
