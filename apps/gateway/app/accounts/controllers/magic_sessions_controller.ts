import type { HttpContext } from '@adonisjs/core/http'
import { markOf } from '#accounts/asking_browser'
import { followMagicLink } from '#accounts/mailed_link'
import { SignIn } from '#accounts/sign_in'
import { linkValidator } from '#accounts/validators/account'

export default class MagicSessionsController {
  async store(ctx: HttpContext) {
    const { token } = await ctx.request.validateUsing(linkValidator)
    const user = await followMagicLink(token, markOf(ctx))
    return ctx.serialize(await new SignIn(ctx, user, 'magic_link').start())
  }
}
