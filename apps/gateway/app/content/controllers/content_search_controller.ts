import type { HttpContext } from '@adonisjs/core/http'
import { find } from '#content/search/find'
import ContentHitTransformer from '#content/transformers/content_hit_transformer'
import { contentSearchValidator } from '#content/validators/content'
import { fallback } from '#content/views/language'

export default class ContentSearchController {
  async index({ request, serialize }: HttpContext) {
    const {
      language = fallback,
      page = 1,
      perPage = 10,
      ...wanted
    } = await request.validateUsing(contentSearchValidator)
    const { hits, total } = await find({ ...wanted, language, page, perPage })
    return serialize(ContentHitTransformer.transform(hits), { total })
  }
}
