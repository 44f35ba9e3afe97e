import { featureName, inLago, planWord } from '#billing/plan_words'
import { Refusal } from '#core/exceptions/refusal'
import { type Flag, plans } from '#config/plans'
import env from '#start/env'

/** Says which plan includes what was asked for, and where to choose it. */
export class PlanRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_PLAN_REQUIRED'
  readonly details: Record<string, string>

  constructor(flag: Flag) {
    const plan = plans.find(({ entitlements }) => entitlements[flag])
    const feature = () => featureName(flag)
    super(
      plan
        ? {
            values: () => ({ feature: feature(), plan: planWord(plan.code, 'name', inLago(plan, 'name')) }),
          }
        : { key: 'errors.in_no_plan', values: () => ({ feature: feature() }) },
    )
    this.details = plan
      ? { plan: plan.code, url: `${env.get('APP_URL')}/dashboard/billing?plan=${plan.code}` }
      : {}
  }
}
