import type { HttpContext } from '@adonisjs/core/http'
import { keepPrivate } from '#content/preview/private'
import { previewOf } from '#content/preview/view'
import PreviewTransformer from '#content/transformers/preview_transformer'
import { entryValidator } from '#content/validators/entry'

/** What an entry would look like, for whoever edits it. */
export default class PreviewsController {
  async show(ctx: HttpContext) {
    keepPrivate(ctx)
    const { params } = await ctx.request.validateUsing(entryValidator)
    const preview = await previewOf(params.kind, params.id, ctx.auth.getUserOrFail())
    return ctx.serialize(PreviewTransformer.transform(preview))
  }
}
