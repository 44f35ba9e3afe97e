import type { HttpContext } from '@adonisjs/core/http'
import { activeMembership } from '#organizations/active_membership'
import IdentityTransformer from '#organizations/transformers/identity_transformer'

export default class IdentityController {
  show(ctx: HttpContext) {
    return ctx.serialize(
      IdentityTransformer.transform(ctx.auth.getUserOrFail(), activeMembership(ctx), ctx.impersonation),
    )
  }
}
