import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import LocationTransformer from '#content/transformers/location_transformer'
import { languageValidator } from '#content/validators/content'
import { fallback } from '#content/views/language'
import { loadSitemap, sitemapTags } from '#content/views/sitemap'

export default class SitemapController {
  async show(ctx: HttpContext) {
    const { language = fallback } = await ctx.request.validateUsing(languageValidator)
    return publish(ctx, `sitemap:${language}`, async () => ({
      answer: await ctx.serialize(LocationTransformer.transform(await loadSitemap(language))),
      tags: sitemapTags,
    }))
  }
}
