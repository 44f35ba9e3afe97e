import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import SiteTransformer from '#content/transformers/site_transformer'
import { loadSite, siteTags } from '#content/views/site'

export default class SiteController {
  show(ctx: HttpContext) {
    return publish(ctx, 'site', async () => ({
      answer: await ctx.serialize(SiteTransformer.transform(await loadSite())),
      tags: siteTags,
    }))
  }
}
