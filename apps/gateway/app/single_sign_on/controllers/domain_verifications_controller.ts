import type { HttpContext } from '@adonisjs/core/http'
import { ownDomain } from '#single_sign_on/own_domain'
import { standingOf } from '#single_sign_on/standing'

export default class DomainVerificationsController {
  async store(ctx: HttpContext) {
    const domain = await ownDomain(ctx)
    await domain.verify(ctx.auth.getUserOrFail())
    return ctx.serialize(await standingOf(ctx))
  }
}
