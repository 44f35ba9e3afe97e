import type { HttpContext } from '@adonisjs/core/http'
import { undoEmailChange } from '#accounts/email_change'
import { linkValidator } from '#accounts/validators/account'
import { t } from '#core/language'

export default class EmailRestorationsController {
  async store({ request, serialize }: HttpContext) {
    const { token } = await request.validateUsing(linkValidator)
    const { email } = await undoEmailChange(token)
    return serialize({ email }, { message: t('words.address_restored') })
  }
}
