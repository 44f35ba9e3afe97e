import type { HttpContext } from '@adonisjs/core/http'
import { changeEmail } from '#accounts/email_change'
import { linkValidator } from '#accounts/validators/account'
import { t } from '#core/language'

export default class EmailConfirmationsController {
  async store({ request, serialize }: HttpContext) {
    const { token } = await request.validateUsing(linkValidator)
    const { email } = await changeEmail(token)
    return serialize({ email }, { message: t('words.address_changed') })
  }
}
