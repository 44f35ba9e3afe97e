import type { HttpContext } from '@adonisjs/core/http'
import { History } from '#content/editorial/history'
import EditionComparisonTransformer from '#content/transformers/edition_comparison_transformer'
import EditionTransformer from '#content/transformers/edition_transformer'
import { entryEditionValidator, entryValidator } from '#content/validators/entry'

/** What an entry was at each time it was published. */
export default class EntryEditionsController {
  async index({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryValidator)
    const editions = await new History(params.kind, auth.getUserOrFail()).list(params.id)
    return serialize(EditionTransformer.transform(editions))
  }

  async show({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryEditionValidator)
    const history = new History(params.kind, auth.getUserOrFail())
    return serialize(EditionComparisonTransformer.transform(await history.compare(params.id, params.edition)))
  }
}
