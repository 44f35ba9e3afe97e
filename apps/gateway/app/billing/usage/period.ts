import type { DateTime } from 'luxon'
import { lagoTime } from '#billing/lago_clock'
import { periodAt } from '#billing/plan_change/periods'
import Subscription from '#billing/models/subscription'

export interface UsagePeriod {
  from: DateTime
  /** When counting begins anew. */
  resetsAt: DateTime
}

/** The month that limits count in: that of the bill, or of the calendar where there is no plan. */
export async function usagePeriod(organizationId: string): Promise<UsagePeriod> {
  const subscription = await Subscription.query()
    .where({ organizationId })
    .whereIn('status', ['active', 'past_due'])
    .first()
  return periodOf(lagoTime(), subscription)
}

export function periodOf(now: DateTime, subscription: Subscription | null): UsagePeriod {
  const start = subscription?.currentPeriodStart?.toUTC().startOf('day')
  const end = subscription?.currentPeriodEnd?.toUTC().plus({ seconds: 1 }).startOf('day')
  if (start && end && start <= now && now < end && end <= start.plus({ days: 31 })) {
    return { from: start, resetsAt: end }
  }
  const { from, to } = periodAt('monthly', start ?? now.startOf('month'), now.startOf('day'))
  return { from, resetsAt: to.plus({ days: 1 }) }
}
