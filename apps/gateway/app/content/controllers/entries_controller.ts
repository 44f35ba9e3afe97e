import type { HttpContext } from '@adonisjs/core/http'
import { Entries } from '#content/editorial/entries'
import { listEntries } from '#content/editorial/list'
import ListedEntryTransformer from '#content/transformers/listed_entry_transformer'
import { entryListValidator, entryValidator } from '#content/validators/entry'

/** Posts and pages, published or not. */
export default class EntriesController {
  async index({ auth, request, serialize }: HttpContext) {
    const { page = 1, perPage = 20, ...search } = await request.validateUsing(entryListValidator)
    const { entries, total } = await listEntries(auth.getUserOrFail(), { ...search, page, perPage })
    return serialize(ListedEntryTransformer.transform(entries), { total })
  }

  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(entryValidator)
    await new Entries(params.kind, auth.getUserOrFail()).remove(params.id)
    return response.noContent()
  }
}
