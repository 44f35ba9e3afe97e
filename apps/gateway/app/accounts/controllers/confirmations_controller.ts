import type { HttpContext } from '@adonisjs/core/http'
import { confirm, confirmedUntil } from '#accounts/confirmation'
import { Guesses } from '#accounts/guesses'
import { confirmationValidator } from '#accounts/validators/account'
import { FieldException } from '#core/exceptions/field_exception'

export default class ConfirmationsController {
  show({ serialize, session }: HttpContext) {
    return serialize({ confirmedUntil: confirmedUntil(session)?.toISOString() ?? null })
  }

  async store(ctx: HttpContext) {
    const { auth, request, serialize, session } = ctx
    const { password } = await request.validateUsing(confirmationValidator)
    const user = auth.getUserOrFail()
    if (!(await Guesses.of(ctx, user).judge(() => user.isPassword(password)))) {
      throw new FieldException('password', 'not_your_password')
    }

    confirm(session)
    return serialize({ confirmedUntil: confirmedUntil(session)?.toISOString() ?? null })
  }
}
