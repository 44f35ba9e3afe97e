import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import SiteTransformer from '#content/transformers/site_transformer'
import { languageValidator } from '#content/validators/content'
import { fallback } from '#content/views/language'
import { loadSite, siteTags } from '#content/views/site'

export default class SiteController {
  async show(ctx: HttpContext) {
    const { language = fallback } = await ctx.request.validateUsing(languageValidator)
    return publish(ctx, `site:${language}`, async () => {
      const site = await loadSite(language)
      return { answer: site ? await ctx.serialize(SiteTransformer.transform(site)) : null, tags: siteTags }
    })
  }
}
