import type { HttpContext } from '@adonisjs/core/http'
import { History } from '#content/editorial/history'
import EntryStandingTransformer from '#content/transformers/entry_standing_transformer'
import { entryEditionValidator } from '#content/validators/entry'

export default class EntryRestorationsController {
  /** What it was becomes a draft; what is published stays until that is. */
  async store({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryEditionValidator)
    const history = new History(params.kind, auth.getUserOrFail())
    return serialize(EntryStandingTransformer.transform(await history.restore(params.id, params.edition)))
  }
}
