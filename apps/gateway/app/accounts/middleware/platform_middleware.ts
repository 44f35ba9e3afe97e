import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type User from '#accounts/models/user'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'

/** Lets pass who has one of the given roles on the platform itself: `middleware.platform(['editor'])`. */
export default class PlatformMiddleware {
  handle({ auth }: HttpContext, next: NextFn, roles: User['role'][]) {
    if (!roles.includes(auth.getUserOrFail().role)) throw new ForbiddenException()
    return next()
  }
}
