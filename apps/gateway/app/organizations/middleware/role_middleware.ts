import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'
import type { OrganizationRole } from '#organizations/models/membership'

/** Lets pass who has one of the given roles in the active organization: `middleware.role(['owner', 'admin'])`. */
export default class RoleMiddleware {
  handle({ membership }: HttpContext, next: NextFn, roles: OrganizationRole[]) {
    if (!roles.includes(membership.role)) throw new ForbiddenException()
    return next()
  }
}
