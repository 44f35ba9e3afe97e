import type { HttpContext } from '@adonisjs/core/http'
import { Guesses } from '#accounts/guesses'
import UserTransformer from '#accounts/transformers/user_transformer'
import { passwordChangeValidator } from '#accounts/validators/account'
import { bearerToken } from '#core/bearer'
import { FieldException } from '#core/exceptions/field_exception'
import { t } from '#core/language'

export default class PasswordController {
  async update(ctx: HttpContext) {
    const { auth, request, serialize } = ctx
    const { currentPassword, password } = await request.validateUsing(passwordChangeValidator)
    const user = auth.getUserOrFail()
    if (!(await Guesses.of(ctx, user).judge(() => user.isPassword(currentPassword)))) {
      throw new FieldException('currentPassword', 'not_current_password')
    }

    await user.changePassword(password)
    // Every session begun with the old password has just ended; this one begins anew.
    if (bearerToken(request) === null) await auth.use('web').login(user)
    return serialize(UserTransformer.transform(user), { message: t('words.password_changed') })
  }
}
