import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { can, isPlatformPermission } from '#accounts/roles'
import type { Permission } from '#config/permissions'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'

/** Lets pass whose role has the permission: `middleware.can('member.invite')`, after `middleware.organization()`. */
export default class CanMiddleware {
  handle({ auth, impersonation, membership }: HttpContext, next: NextFn, permission: Permission) {
    const isAllowed = isPlatformPermission(permission)
      ? can(auth.getUserOrFail(), permission)
      : can(membership, permission)
    if (!isAllowed) throw new ForbiddenException()
    impersonation?.permit(permission)
    return next()
  }
}
