import type { HttpContext } from '@adonisjs/core/http'
import { tokenForCredentials, tokenForSession } from '#accounts/access_token'
import { InvalidCredentialsException } from '#accounts/exceptions/invalid_credentials_exception'
import { CodeRequiredException } from '#accounts/exceptions/two_factor_exceptions'
import { WrongCodeException } from '#accounts/exceptions/wrong_code_exception'
import { Guesses } from '#accounts/guesses'
import { Impersonation } from '#accounts/impersonation'
import User from '#accounts/models/user'
import { admit } from '#accounts/sign_in_rule'
import { TwoFactor } from '#accounts/two_factor'
import { tokenValidator } from '#accounts/validators/account'

export default class AccessTokensController {
  async store(ctx: HttpContext) {
    const { auth, request, serialize, session } = ctx
    const { email, password, code } = await request.validateUsing(tokenValidator)
    if (email === undefined || password === undefined) {
      const user = await auth.use('web').authenticate()
      // A token says nothing of who acts with it.
      await (await Impersonation.of(ctx))?.refuse()
      return serialize({ type: 'Bearer' as const, ...(await tokenForSession(user, session)) })
    }

    const user = await Guesses.at(ctx, email).judge(() => User.findByCredentials(email, password))
    if (!user) throw new InvalidCredentialsException()
    await admit(user, 'password')
    if (user.hasTwoFactor) await takeCode(ctx, user, code)
    return serialize({ type: 'Bearer' as const, ...(await tokenForCredentials(user)) })
  }
}

async function takeCode(ctx: HttpContext, user: User, code?: string) {
  if (code === undefined) throw new CodeRequiredException()
  const take = () => new TwoFactor(user).take(code)
  if (!(await Guesses.at(ctx, user.email, 'code').judge(take))) throw new WrongCodeException()
}
