import type { HttpContext } from '@adonisjs/core/http'
import { InvalidCredentialsException } from '#accounts/exceptions/invalid_credentials_exception'
import { Guesses } from '#accounts/guesses'
import User from '#accounts/models/user'
import { SignIn } from '#accounts/sign_in'
import { signOut } from '#accounts/sign_out'
import { credentialsValidator } from '#accounts/validators/account'

export default class SessionsController {
  async store(ctx: HttpContext) {
    const { email, password, remember } = await ctx.request.validateUsing(credentialsValidator)
    const user = await Guesses.at(ctx, email).judge(() => User.findByCredentials(email, password))
    if (!user) throw new InvalidCredentialsException()

    return ctx.serialize(await new SignIn(ctx, user, 'password', remember).start())
  }

  async destroy(ctx: HttpContext) {
    await signOut(ctx)
    return ctx.response.noContent()
  }
}
