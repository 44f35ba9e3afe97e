import type { HttpContext } from '@adonisjs/core/http'
import { openPreviewLink } from '#content/preview/link'
import { keepPrivate } from '#content/preview/private'
import { previewOf } from '#content/preview/view'
import PreviewTransformer from '#content/transformers/preview_transformer'
import { sharedPreviewValidator } from '#content/validators/preview'

/** What somebody has shared, for whoever has the link. */
export default class SharedPreviewsController {
  async show(ctx: HttpContext) {
    keepPrivate(ctx)
    const { link } = await ctx.request.validateUsing(sharedPreviewValidator)
    const { kind, id, person } = await openPreviewLink(link)
    return ctx.serialize(PreviewTransformer.transform(await previewOf(kind, id, person)))
  }
}
