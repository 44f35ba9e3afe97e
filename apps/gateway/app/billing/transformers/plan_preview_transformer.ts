import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Preview } from '#billing/plan_change/plan_preview'
import { planWord } from '#billing/plan_words'
import { iso } from '#core/time'

export default class PlanPreviewTransformer extends BaseTransformer<Preview> {
  toObject() {
    const { kind, plan, planCents, usageCents, couponCents, taxCents, creditCents, prepaidCents, dueCents } =
      this.resource
    return {
      kind,
      planCode: plan.code,
      planName: planWord(plan.code, 'name', plan.name),
      currency: plan.amount_currency,
      startsAt: iso(this.resource.startsAt)!,
      coveredUntil: this.resource.coveredUntil?.toISODate() ?? null,
      trialEndsAt: iso(this.resource.trialEndsAt),
      planCents,
      usageCents,
      couponCents,
      taxCents,
      creditCents,
      prepaidCents,
      dueCents,
    }
  }
}
