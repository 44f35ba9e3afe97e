import type { HttpContext } from '@adonisjs/core/http'
import { markBrowser } from '#accounts/asking_browser'
import { requestMagicLink } from '#accounts/mailed_link'
import { addressValidator } from '#accounts/validators/account'

export default class MagicLinksController {
  async store(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(addressValidator)
    await requestMagicLink(email, markBrowser(ctx))
    return ctx.response.accepted(await ctx.serialize({ email }))
  }
}
