import { BaseTransformer } from '@adonisjs/core/transformers'
import type Subscription from '#billing/models/subscription'
import { iso } from '#core/time'

export default class SubscriptionTransformer extends BaseTransformer<Subscription> {
  toObject() {
    const { id, planCode, plan, status, nextPlanCode } = this.resource
    return {
      id,
      planCode,
      planName: plan?.shownName ?? planCode,
      status,
      startedAt: iso(this.resource.startedAt),
      currentPeriodEnd: iso(this.resource.currentPeriodEnd),
      trialEndsAt: iso(this.resource.trialEndsAt),
      cancelAt: iso(this.resource.cancelAt),
      canceledAt: iso(this.resource.canceledAt),
      nextPlanCode,
    }
  }
}
