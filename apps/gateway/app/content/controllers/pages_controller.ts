import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import PageTransformer from '#content/transformers/page_transformer'
import RedirectTransformer from '#content/transformers/redirect_transformer'
import { languageValidator, pagePathValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { fallback } from '#content/views/language'
import { loadPage, loadRedirect, pageTags } from '#content/views/page'

export default class PagesController {
  async show(ctx: HttpContext) {
    const [error, params] = await pagePathValidator.tryValidate(ctx.params)
    if (error) throw new NotFoundException()
    const { language = fallback } = await ctx.request.validateUsing(languageValidator)
    const path = `/${(params['*'] ?? []).join('/')}`

    return publish(ctx, `page:${language}:${path}`, async () => {
      const found = await loadPage(path, language)
      if (found) {
        const answer = await ctx.serialize(PageTransformer.transform(found.page, found.posts))
        // Its translation may come to be, which changes nothing that this copy was made of.
        const isTranslated = found.page.language === language
        return { answer, tags: [...pageTags(found.page), ...(isTranslated ? [] : ['pages'])] }
      }

      const redirect = await loadRedirect(path)
      const answer = redirect ? await ctx.serialize(RedirectTransformer.transform(redirect)) : null
      return { answer, tags: ['pages', 'redirects'] }
    })
  }
}
