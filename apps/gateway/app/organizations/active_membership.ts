import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { type MembershipSummary, membershipsOf } from '#organizations/member_provider'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** The caller's membership in the active organization; there where `middleware.organization()` ran. */
    membership: MembershipSummary
  }
}

/**
 * Which organization a request is about: the one its `X-Organization-Id` names, else the one chosen in the session,
 * else the caller's first that is not disabled. One that the caller does not belong to is as unknown as one that does not exist.
 */
export function activeMembership({ auth, request, session }: HttpContext): MembershipSummary | null {
  const memberships = membershipsOf(auth.getUserOrFail())
  const find = (id: unknown) => memberships.find(({ organization }) => organization.id === id)

  const named = request.header('x-organization-id')
  if (named !== undefined) {
    const membership = find(named)
    if (!membership) throw new NotFoundException()
    return membership
  }
  const usable = memberships.find(({ organization }) => !organization.isDisabled)
  return find(session?.get('organizationId')) ?? usable ?? memberships[0] ?? null
}
