import type { HttpContext } from '@adonisjs/core/http'
import { confirm, confirmedUntil } from '#accounts/confirmation'
import { confirmationValidator } from '#accounts/validators/account'
import { FieldException } from '#core/exceptions/field_exception'

export default class ConfirmationsController {
  show({ serialize, session }: HttpContext) {
    return serialize({ confirmedUntil: confirmedUntil(session)?.toISOString() ?? null })
  }

  async store({ auth, request, serialize, session }: HttpContext) {
    const { password } = await request.validateUsing(confirmationValidator)
    if (!(await auth.getUserOrFail().isPassword(password))) {
      throw new FieldException('password', 'This is not your password.')
    }

    confirm(session)
    return serialize({ confirmedUntil: confirmedUntil(session)?.toISOString() ?? null })
  }
}
