import { BaseTransformer } from '@adonisjs/core/transformers'
import type Plan from '#billing/models/plan'

export default class PlanTransformer extends BaseTransformer<Plan> {
  toObject() {
    const { code, interval, amountCents, currency, trialDays, features, metered } = this.resource
    const { shownName: name, shownDescription: description, included: entitlements } = this.resource
    return {
      code,
      name,
      description,
      interval,
      amountCents,
      currency,
      trialDays,
      features,
      charges: metered,
      entitlements,
    }
  }
}
