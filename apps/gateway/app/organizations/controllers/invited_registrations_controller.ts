import type { HttpContext } from '@adonisjs/core/http'
import { SignIn } from '#accounts/sign_in'
import { Acceptance } from '#organizations/acceptance'
import { invitedRegistrationValidator } from '#organizations/validators/invitation'

export default class InvitedRegistrationsController {
  async store(ctx: HttpContext) {
    const { token, ...person } = await ctx.request.validateUsing(invitedRegistrationValidator)
    const { user } = await new Acceptance(token).byNewcomer(person)

    const begun = await new SignIn(ctx, user, 'registration').complete()
    return ctx.response.created(await ctx.serialize(begun))
  }
}
