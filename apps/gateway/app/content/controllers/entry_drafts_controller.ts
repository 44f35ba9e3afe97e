import type { HttpContext } from '@adonisjs/core/http'
import { Entries } from '#content/editorial/entries'
import { entryValidator } from '#content/validators/entry'

export default class EntryDraftsController {
  /** What is published stays; an entry that never was is gone. */
  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(entryValidator)
    await new Entries(params.kind, auth.getUserOrFail()).discard(params.id)
    return response.noContent()
  }
}
