import type { HttpContext } from '@adonisjs/core/http'
import { SignIn } from '#accounts/sign_in'
import { registrationValidator } from '#accounts/validators/account'
import { Signup } from '#organizations/signup'

export default class RegistrationsController {
  async store(ctx: HttpContext) {
    const person = await ctx.request.validateUsing(registrationValidator)
    const user = await new Signup(person).complete()

    const begun = await new SignIn(ctx, user, 'registration').complete()
    return ctx.response.created(await ctx.serialize(begun))
  }
}
