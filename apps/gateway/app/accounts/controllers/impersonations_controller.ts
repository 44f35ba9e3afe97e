import type { HttpContext } from '@adonisjs/core/http'
import { Impersonation } from '#accounts/impersonation'

export default class ImpersonationsController {
  async destroy(ctx: HttpContext) {
    await Impersonation.end(ctx)
    return ctx.response.noContent()
  }
}
