import { PlanRunningException } from '#billing/exceptions/plan_running_exception'
import Subscription from '#billing/models/subscription'
import type { RemovalRule } from '#organizations/removal_rule'

/** A plan that costs something is cancelled first, so that nobody goes on paying for what is gone. */
const refuseWhilePlanRuns: RemovalRule = async ({ id: organizationId }, trx) => {
  const subscription = await Subscription.query({ client: trx })
    .where({ organizationId })
    .whereIn('status', ['active', 'past_due'])
    .whereNull('cancelAt')
    .preload('plan')
    .first()
  if (subscription && subscription.plan?.amountCents !== 0) throw new PlanRunningException()
}

export default refuseWhilePlanRuns
