import type { HttpContext } from '@adonisjs/core/http'
import { Entries } from '#content/editorial/entries'
import PostEntryTransformer from '#content/transformers/post_entry_transformer'
import { entryIdValidator, newPostDraftValidator, postDraftValidator } from '#content/validators/entry'
import { fallback } from '#content/views/language'

/** Posts as they are edited: what is saved is a draft. */
export default class PostEntriesController {
  async show({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(entryIdValidator)
    const entry = await new Entries('posts', auth.getUserOrFail()).find(params.id)
    return serialize(PostEntryTransformer.transform(entry))
  }

  async store({ auth, request, response, serialize }: HttpContext) {
    const {
      publishedAt = new Date(),
      language = fallback,
      ...post
    } = await request.validateUsing(newPostDraftValidator)
    const entry = await new Entries('posts', auth.getUserOrFail()).create({
      ...post,
      language,
      published_at: publishedAt.toISOString(),
    })
    return response.created(await serialize(PostEntryTransformer.transform(entry)))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const { params, basedOn, publishedAt, ...change } = await request.validateUsing(postDraftValidator)
    const columns = { ...change, ...(publishedAt && { published_at: publishedAt.toISOString() }) }
    const entry = await new Entries('posts', auth.getUserOrFail()).save(params.id, columns, basedOn)
    return serialize(PostEntryTransformer.transform(entry))
  }
}
