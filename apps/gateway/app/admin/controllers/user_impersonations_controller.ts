import type { HttpContext } from '@adonisjs/core/http'
import { Impersonation } from '#accounts/impersonation'
import { AdministeredUser } from '#admin/administered_user'
import { idOf } from '#admin/validators/id'
import { reasonValidator } from '#admin/validators/reason'

export default class UserImpersonationsController {
  async store(ctx: HttpContext) {
    const id = await idOf(ctx)
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    const user = await new AdministeredUser(id, ctx.auth.getUserOrFail()).impersonate(reason)
    await Impersonation.begin(ctx, user, reason)
    return ctx.response.noContent()
  }
}
