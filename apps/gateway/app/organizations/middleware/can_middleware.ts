import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { can, isPlatformPermission } from '#accounts/roles'
import type { Permission } from '#config/permissions'
import { PersonRequiredException, ScopeMissingException } from '#core/exceptions/api_key_exceptions'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'

/**
 * Lets pass whose role has the permission: `middleware.can('member.invite')`, after `middleware.organization()`. An API
 * key is an organization's, so on the platform it may do nothing.
 */
export default class CanMiddleware {
  async handle(
    { apiKey, auth, impersonation, membership }: HttpContext,
    next: NextFn,
    permission: Permission,
  ) {
    await impersonation?.permit(permission)
    if (isPlatformPermission(permission)) {
      if (apiKey) throw new PersonRequiredException()
      if (!can(auth.getUserOrFail(), permission)) throw new ForbiddenException()
    } else if (!can(membership, permission)) {
      throw apiKey ? new ScopeMissingException(permission) : new ForbiddenException()
    }
    return next()
  }
}
