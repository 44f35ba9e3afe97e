import type { HttpContext } from '@adonisjs/core/http'
import { toRows } from '#content/editorial/blocks'
import { Entries } from '#content/editorial/entries'
import { refuseTakenPath } from '#content/editorial/paths'
import PageEntryTransformer from '#content/transformers/page_entry_transformer'
import { entryIdValidator, newPageDraftValidator, pageDraftValidator } from '#content/validators/entry'
import { fallback } from '#content/views/language'

/** Pages as they are edited: what is saved is a draft. */
export default class PageEntriesController {
  async show({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryIdValidator)
    const entry = await new Entries('pages', auth.getUserOrFail()).find(params.id)
    return serialize(PageEntryTransformer.transform(entry))
  }

  async store({ auth, request, response, serialize }: HttpContext) {
    const { blocks = [], language = fallback, ...page } = await request.validateUsing(newPageDraftValidator)
    refuseTakenPath(page.path)
    const rows = await toRows(blocks, [])
    const entry = await new Entries('pages', auth.getUserOrFail()).create({ ...page, language, blocks: rows })
    return response.created(await serialize(PageEntryTransformer.transform(entry)))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const { params, basedOn, blocks, ...change } = await request.validateUsing(pageDraftValidator)
    if (change.path) refuseTakenPath(change.path)
    const entries = new Entries('pages', auth.getUserOrFail())
    const rows = blocks && (await toRows(blocks, (await entries.find(params.id)).row.blocks))
    const entry = await entries.save(params.id, { ...change, ...(rows && { blocks: rows }) }, basedOn)
    return serialize(PageEntryTransformer.transform(entry))
  }
}
