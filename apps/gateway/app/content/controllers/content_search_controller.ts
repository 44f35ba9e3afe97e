import type { HttpContext } from '@adonisjs/core/http'
import { find } from '#content/search/find'
import ContentHitTransformer from '#content/transformers/content_hit_transformer'
import { contentSearchValidator } from '#content/validators/content'

export default class ContentSearchController {
  async index({ request, serialize }: HttpContext) {
    const { page = 1, perPage = 10, ...wanted } = await request.validateUsing(contentSearchValidator)
    const { hits, total } = await find({ ...wanted, page, perPage })
    return serialize(ContentHitTransformer.transform(hits), { total })
  }
}
