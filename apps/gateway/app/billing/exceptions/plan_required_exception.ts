import { Exception } from '@adonisjs/core/exceptions'
import { type Flag, features, plans } from '#config/plans'
import env from '#start/env'

/** Says which plan includes what was asked for, and where to choose it. */
export class PlanRequiredException extends Exception {
  static override status = 403
  static override code = 'E_PLAN_REQUIRED'
  readonly details: Record<string, string>

  constructor(flag: Flag) {
    const plan = plans.find(({ entitlements }) => entitlements[flag])
    const way = plan
      ? `is part of ${plan.name}. An owner or admin can choose it under Billing`
      : 'is in no plan'
    super(`${features[flag].name} ${way}.`)
    this.details = plan
      ? { plan: plan.code, url: `${env.get('APP_URL')}/dashboard/billing?plan=${plan.code}` }
      : {}
  }
}
