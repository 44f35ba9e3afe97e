import { Refusal } from '#core/exceptions/refusal'
import { type Flag, features, plans } from '#config/plans'
import env from '#start/env'

/** Says which plan includes what was asked for, and where to choose it. */
export class PlanRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_PLAN_REQUIRED'
  readonly details: Record<string, string>

  constructor(flag: Flag) {
    const plan = plans.find(({ entitlements }) => entitlements[flag])
    const feature = features[flag].name
    super(plan ? { values: { feature, plan: plan.name } } : { key: 'errors.in_no_plan', values: { feature } })
    this.details = plan
      ? { plan: plan.code, url: `${env.get('APP_URL')}/dashboard/billing?plan=${plan.code}` }
      : {}
  }
}
