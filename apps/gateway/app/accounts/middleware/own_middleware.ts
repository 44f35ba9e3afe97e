import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PersonRequiredException } from '#core/exceptions/api_key_exceptions'

/** Declares that a route is about the caller's own account, for which being signed in is all it takes: a key is not. */
export default class OwnMiddleware {
  async handle({ apiKey, auth, impersonation }: HttpContext, next: NextFn) {
    auth.getUserOrFail()
    if (apiKey) throw new PersonRequiredException()
    await impersonation?.permitRoute()
    return next()
  }
}
