import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Declares that a route is about the caller's own account, for which being signed in is all it takes. */
export default class OwnMiddleware {
  handle({ auth, impersonation, route }: HttpContext, next: NextFn) {
    auth.getUserOrFail()
    impersonation?.permitRoute(route?.name)
    return next()
  }
}
