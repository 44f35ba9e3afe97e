import type { HttpContext } from '@adonisjs/core/http'
import { translate } from '#content/editorial/translate'
import EntryStandingTransformer from '#content/transformers/entry_standing_transformer'
import { translationValidator } from '#content/validators/entry'

export default class EntryTranslationsController {
  /** Begins a draft in another language, or answers the entry that is there already. */
  async store({ auth, request, response, serialize }: HttpContext) {
    const { params, language } = await request.validateUsing(translationValidator)
    const { entry, isNew } = await translate(params.kind, params.id, language, auth.getUserOrFail())
    if (isNew) response.status(201)
    return serialize(EntryStandingTransformer.transform(entry))
  }
}
