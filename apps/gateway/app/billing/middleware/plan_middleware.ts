import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { planOf } from '#billing/entitlements'
import { PlanRequiredException } from '#billing/exceptions/plan_required_exception'
import type { Flag } from '#config/plans'

/** Lets pass whose plan includes it: `middleware.plan('sso')`, after `middleware.organization()`. */
export default class PlanMiddleware {
  async handle({ membership }: HttpContext, next: NextFn, flag: Flag) {
    const plan = await planOf(membership.organization.id)
    if (!plan.can(flag)) throw new PlanRequiredException(flag)
    return next()
  }
}
