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
 * Which organization a request is about: the one in its address, else the one its `X-Organization-Id` names, else the
 * one chosen in the session, else the caller's first that is not disabled. One that the caller does not belong to is as
 * unknown as one that does not exist. A key acts in its own organization alone, within its scopes.
 */
export function activeMembership(ctx: HttpContext): MembershipSummary | null {
  const { apiKey, auth, params, request, session } = ctx
  const memberships = membershipsOf(auth.getUserOrFail())
  const find = (id: unknown) => memberships.find(({ organization }) => organization.id === id)

  // An empty header names one too, and none that there is: who sends it meant some organization, maybe not the active one.
  const header = request.headers()['x-organization-id']
  const named: unknown = params.organizationId ?? header
  if (apiKey) {
    const isOwn = [named, header].every((id) => id === undefined || id === apiKey.organizationId)
    const membership = isOwn ? find(apiKey.organizationId) : undefined
    return membership ? { ...membership, scopes: apiKey.scopes } : null
  }

  if (named !== undefined) {
    const membership = find(named)
    if (!membership) throw new NotFoundException()
    return membership
  }

  const chosen: unknown = session?.get('organizationId')
  const usable = memberships.find(({ organization }) => !organization.isDisabled)
  const membership = find(chosen) ?? usable ?? memberships[0] ?? null
  if (chosen === undefined || membership?.organization.id === chosen) return membership

  // What somebody was about to do where they are a member no more is not done elsewhere; reading on leads there.
  if (!['GET', 'HEAD'].includes(request.method())) throw new NotFoundException()
  if (membership) session.put('organizationId', membership.organization.id)
  else session.forget('organizationId')
  return membership
}
