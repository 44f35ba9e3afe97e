import type { HttpContext } from '@adonisjs/core/http'
import { Entries } from '#content/editorial/entries'
import EntryStandingTransformer from '#content/transformers/entry_standing_transformer'
import { entryValidator, publicationValidator } from '#content/validators/entry'

export default class EntryPublicationsController {
  /** At once, or at the time that is given. */
  async store({ auth, request, serialize }: HttpContext) {
    const { params, publishAt, ...seen } = await request.validateUsing(publicationValidator)
    const entries = new Entries(params.kind, auth.getUserOrFail())
    const entry = await (publishAt
      ? entries.schedule(params.id, publishAt, seen.basedOn)
      : entries.publish(params.id, seen))
    return serialize(EntryStandingTransformer.transform(entry))
  }

  async destroy({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryValidator)
    const entry = await new Entries(params.kind, auth.getUserOrFail()).unpublish(params.id)
    return serialize(EntryStandingTransformer.transform(entry))
  }
}
