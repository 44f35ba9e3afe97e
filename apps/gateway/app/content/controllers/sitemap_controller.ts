import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import LocationTransformer from '#content/transformers/location_transformer'
import { loadSitemap, sitemapTags } from '#content/views/sitemap'

export default class SitemapController {
  show(ctx: HttpContext) {
    return publish(ctx, 'sitemap', async () => ({
      answer: await ctx.serialize(LocationTransformer.transform(await loadSitemap())),
      tags: sitemapTags,
    }))
  }
}
