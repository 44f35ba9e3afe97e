import { DateTime } from 'luxon'
import { lago } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import Subscription from '#billing/models/subscription'
import { abandon } from '#billing/plan_choice'

/** The end of a subscription, at once or when what is paid for runs out. */
export class Cancellation {
  constructor(private subscription: Subscription) {}

  atOnce() {
    return this.#act(async (subscription) => {
      if (subscription.status === 'incomplete') return abandon(subscription)
      await lago.endSubscription(subscription.organizationId)
    })
  }

  /** What was never paid ends at once, and so does what Lago cannot end later: a trial on its last day. */
  atPeriodEnd() {
    return this.#act(async (subscription) => {
      if (subscription.status === 'incomplete') return abandon(subscription)
      const isScheduled = await lago.endSubscriptionAt(subscription.organizationId, paidUntil(subscription))
      if (!isScheduled) await lago.endSubscription(subscription.organizationId)
    })
  }

  takeBack() {
    return this.#act(({ organizationId }) => lago.endSubscriptionAt(organizationId, null))
  }

  async #act(change: (subscription: Subscription) => Promise<unknown>) {
    const { id, organizationId } = this.subscription
    await leased(organizationId, async (lease) => {
      const mirror = new CustomerMirror(organizationId, lease)
      await mirror.refresh()
      const alive = await Subscription.alive(organizationId)
      if (alive?.id !== id) return
      await change(alive)
      await mirror.refresh()
    })
    return Subscription.of(organizationId).where({ id }).firstOrFail()
  }
}

/**
 * The first moment that is no longer paid for. Lago ends a subscription in the first hour of that day, before it bills
 * the next period or, on the last day of a trial, the first.
 */
function paidUntil({ currentPeriodEnd, trialEndsAt }: Subscription) {
  const end = trialEndsAt ?? currentPeriodEnd?.plus({ seconds: 1 }) ?? DateTime.utc()
  return end.toUTC().toISO()
}
