import { BaseTransformer } from '@adonisjs/core/transformers'
import type Subscription from '#billing/models/subscription'
import SubscriptionTransformer from '#billing/transformers/subscription_transformer'

/** A subscription for the person who has just chosen it, with the page to go on to. */
export default class ChosenSubscriptionTransformer extends BaseTransformer<Subscription> {
  constructor(
    subscription: Subscription,
    private checkoutUrl: string | null,
  ) {
    super(subscription)
  }

  toObject() {
    return { ...new SubscriptionTransformer(this.resource).toObject(), checkoutUrl: this.checkoutUrl }
  }
}
