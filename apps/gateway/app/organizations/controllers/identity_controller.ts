import type { HttpContext } from '@adonisjs/core/http'
import { activeMembership } from '#organizations/active_membership'
import IdentityTransformer from '#organizations/transformers/identity_transformer'
import { needsSecondFactor } from '#organizations/two_factor_requirement'

export default class IdentityController {
  async show(ctx: HttpContext) {
    const active = activeMembership(ctx)
    const isKeptOut = active !== null && (await needsSecondFactor(ctx, active))
    return ctx.serialize(
      IdentityTransformer.transform(ctx.auth.getUserOrFail(), active, isKeptOut, ctx.impersonation),
    )
  }
}
