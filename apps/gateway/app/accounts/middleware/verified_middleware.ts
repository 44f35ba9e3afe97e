import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { EmailUnverifiedException } from '#accounts/exceptions/email_unverified_exception'
import type { GuardedAct } from '#config/accounts'

/** Lets pass who has confirmed their e-mail address, where `config/accounts.ts` asks for that. */
export default class VerifiedMiddleware {
  handle({ auth }: HttpContext, next: NextFn, act: GuardedAct) {
    if (auth.getUserOrFail().restrictions.includes(act)) throw new EmailUnverifiedException()
    return next()
  }
}
