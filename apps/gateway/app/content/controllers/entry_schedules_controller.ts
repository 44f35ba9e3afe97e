import type { HttpContext } from '@adonisjs/core/http'
import { Entries } from '#content/editorial/entries'
import EntryStandingTransformer from '#content/transformers/entry_standing_transformer'
import { entryValidator } from '#content/validators/entry'

export default class EntrySchedulesController {
  async destroy({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryValidator)
    const entry = await new Entries(params.kind, auth.getUserOrFail()).unschedule(params.id)
    return serialize(EntryStandingTransformer.transform(entry))
  }
}
