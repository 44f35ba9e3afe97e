import type { HttpContext } from '@adonisjs/core/http'
import { NoSignInWaitsException } from '#accounts/exceptions/two_factor_exceptions'
import { WrongCodeException } from '#accounts/exceptions/wrong_code_exception'
import { Guesses } from '#accounts/guesses'
import { PendingSignIn } from '#accounts/pending_sign_in'
import { SignIn } from '#accounts/sign_in'
import { TwoFactor } from '#accounts/two_factor'
import { codeValidator } from '#accounts/validators/two_factor'

/** The second step of a sign-in that waits in this session, whatever its first was. */
export default class SecondStepsController {
  /** What may prove it; nothing where no sign-in waits. */
  async show({ serialize, session }: HttpContext) {
    const pending = await PendingSignIn.in(session)
    return serialize({ methods: pending ? await pending.user.secondFactors() : [] })
  }

  async store(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const pending = await PendingSignIn.in(ctx.session)
    if (!pending) throw new NoSignInWaitsException()

    const { user, method, remember, luggage } = pending
    const factor = await Guesses.at(ctx, user.email, 'code').judge(() => new TwoFactor(user).take(code))
    if (!factor) throw new WrongCodeException()
    return ctx.serialize(await new SignIn(ctx, user, method, remember, luggage).complete(factor))
  }
}
