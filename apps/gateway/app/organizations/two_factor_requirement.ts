import type { HttpContext } from '@adonisjs/core/http'
import { isKeptByTwoFactors } from '#accounts/second_factor'
import { TwoFactorRequiredException } from '#organizations/exceptions/organization_exceptions'
import type { MembershipSummary } from '#organizations/member_provider'
import type { OrganizationRule } from '#organizations/organization_rule'

/** Whether an organization is closed to whoever asks until they have a second factor. */
export const needsSecondFactor = async (
  ctx: Pick<HttpContext, 'auth' | 'session'>,
  { organization }: MembershipSummary,
) => organization.requiresTwoFactor && !(await isKeptByTwoFactors(ctx))

/** Nothing of the organization is reached with one factor, but nobody has to stay in it. */
const requireTwoFactor: OrganizationRule = async (ctx) => {
  if (ctx.route?.name === 'organizations.leave') return
  if (await needsSecondFactor(ctx, ctx.membership)) throw new TwoFactorRequiredException()
}

export default requireTwoFactor
