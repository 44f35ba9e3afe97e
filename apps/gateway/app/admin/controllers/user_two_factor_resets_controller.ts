import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredUser } from '#admin/administered_user'
import { UserRecord } from '#admin/user_record'
import UserRecordTransformer from '#admin/transformers/user_record_transformer'
import { idOf } from '#admin/validators/id'
import { twoFactorResetValidator } from '#admin/validators/user'

export default class UserTwoFactorResetsController {
  async store({ auth, params, request, serialize }: HttpContext) {
    const id = await idOf({ params })
    const wanted = await request.validateUsing(twoFactorResetValidator)
    await new AdministeredUser(id, auth.getUserOrFail()).resetTwoFactor(wanted)
    return serialize(UserRecordTransformer.transform(await UserRecord.of(id)))
  }
}
