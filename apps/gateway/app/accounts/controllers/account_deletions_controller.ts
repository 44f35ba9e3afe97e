import type { HttpContext } from '@adonisjs/core/http'
import { requestDeletion, withdrawDeletion } from '#accounts/account_deletion'
import AccountDeletionTransformer from '#accounts/transformers/account_deletion_transformer'

/** The wish to be deleted, which can be taken back for a while. */
export default class AccountDeletionsController {
  async store({ auth, response, serialize }: HttpContext) {
    const user = await requestDeletion(auth.getUserOrFail())
    return response.accepted(await serialize(AccountDeletionTransformer.transform(user)))
  }

  async destroy({ auth, serialize }: HttpContext) {
    const user = await withdrawDeletion(auth.getUserOrFail())
    return serialize(AccountDeletionTransformer.transform(user))
  }
}
