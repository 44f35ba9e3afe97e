import { BaseTransformer } from '@adonisjs/core/transformers'
import type Plan from '#billing/models/plan'

export default class PlanTransformer extends BaseTransformer<Plan> {
  toObject() {
    const { code, name, description, interval, amountCents, currency, trialDays, features, charges } =
      this.resource
    const { included: entitlements } = this.resource
    return {
      code,
      name,
      description,
      interval,
      amountCents,
      currency,
      trialDays,
      features,
      charges,
      entitlements,
    }
  }
}
