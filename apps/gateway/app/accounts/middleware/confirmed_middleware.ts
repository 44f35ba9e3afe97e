import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { confirmedUntil } from '#accounts/confirmation'
import { ConfirmationRequiredException } from '#accounts/exceptions/confirmation_required_exception'

/** Lets pass who has signed in or confirmed who they are a moment ago: finding a session left open is not enough. */
export default class ConfirmedMiddleware {
  async handle({ impersonation, session }: HttpContext, next: NextFn) {
    await impersonation?.refuse()
    if (!confirmedUntil(session)) throw new ConfirmationRequiredException()
    return next()
  }
}
