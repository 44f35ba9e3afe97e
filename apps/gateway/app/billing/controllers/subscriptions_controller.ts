import type { HttpContext } from '@adonisjs/core/http'
import { Cancellation } from '#billing/cancellation'
import { nextStepUrl } from '#billing/checkout'
import Subscription from '#billing/models/subscription'
import { PlanChoice } from '#billing/plan_choice'
import { ownSubscription } from '#billing/scope'
import ChosenSubscriptionTransformer from '#billing/transformers/chosen_subscription_transformer'
import SubscriptionTransformer from '#billing/transformers/subscription_transformer'
import { cancellationValidator, planChoiceValidator, resumptionValidator } from '#billing/validators/billing'

export default class SubscriptionsController {
  async index({ membership, serialize }: HttpContext) {
    return serialize(SubscriptionTransformer.transform(await Subscription.of(membership.organization.id)))
  }

  async store({ auth, membership, request, response, serialize }: HttpContext) {
    const { planCode } = await request.validateUsing(planChoiceValidator)
    const subscription = await new PlanChoice(
      membership.organization,
      auth.getUserOrFail(),
      planCode,
    ).settle()
    const checkoutUrl = await nextStepUrl(subscription)
    return response.created(
      await serialize(ChosenSubscriptionTransformer.transform(subscription, checkoutUrl)),
    )
  }

  async update(ctx: HttpContext) {
    const subscription = await ownSubscription(ctx)
    await ctx.request.validateUsing(resumptionValidator)
    return ctx.serialize(SubscriptionTransformer.transform(await new Cancellation(subscription).takeBack()))
  }

  async destroy(ctx: HttpContext) {
    const cancellation = new Cancellation(await ownSubscription(ctx))
    const { at } = await ctx.request.validateUsing(cancellationValidator)
    const ended = at === 'now' ? await cancellation.atOnce() : await cancellation.atPeriodEnd()
    return ctx.serialize(SubscriptionTransformer.transform(ended))
  }
}
