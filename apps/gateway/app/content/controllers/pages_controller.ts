import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import PageTransformer from '#content/transformers/page_transformer'
import RedirectTransformer from '#content/transformers/redirect_transformer'
import { pagePathValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { loadPage, loadRedirect, pageTags } from '#content/views/page'

export default class PagesController {
  async show(ctx: HttpContext) {
    const [error, params] = await pagePathValidator.tryValidate(ctx.params)
    if (error) throw new NotFoundException()
    const path = `/${(params['*'] ?? []).join('/')}`

    return publish(ctx, `page:${path}`, async () => {
      const found = await loadPage(path)
      if (found) {
        const answer = await ctx.serialize(PageTransformer.transform(found.page, found.posts))
        return { answer, tags: pageTags(found.page) }
      }

      const redirect = await loadRedirect(path)
      const answer = redirect ? await ctx.serialize(RedirectTransformer.transform(redirect)) : null
      return { answer, tags: ['pages', 'redirects'] }
    })
  }
}
