import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { confirmedUntil } from '#accounts/confirmation'
import { ConfirmationRequiredException } from '#accounts/exceptions/confirmation_required_exception'
import { ImpersonatingException } from '#accounts/exceptions/impersonation_exceptions'

/** Lets pass who has signed in or confirmed who they are a moment ago: finding a session left open is not enough. */
export default class ConfirmedMiddleware {
  handle({ impersonation, session }: HttpContext, next: NextFn) {
    if (impersonation) throw new ImpersonatingException()
    if (!confirmedUntil(session)) throw new ConfirmationRequiredException()
    return next()
  }
}
