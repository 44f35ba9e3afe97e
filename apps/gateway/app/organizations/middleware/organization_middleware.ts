import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { activeMembership } from '#organizations/active_membership'
import { OrganizationDisabledException } from '#organizations/exceptions/organization_disabled_exception'
import { askOrganizationRules } from '#organizations/organization_rule'

export default class OrganizationMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const membership = activeMembership(ctx)
    if (!membership) throw new NotFoundException()
    if (membership.organization.isDisabled) throw new OrganizationDisabledException()
    ctx.membership = membership
    await askOrganizationRules(ctx)
    return next()
  }
}
