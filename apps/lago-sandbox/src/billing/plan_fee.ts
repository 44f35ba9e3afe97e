import type { DateTime } from 'luxon'
import { round } from './money.ts'
import { daysBetween, daysIn, type Period } from './periods.ts'

export interface PlanFee {
  amountCents: number
  /** The whole period, which gives the price of a day. */
  period: Period
  /** The days to bill; cut by the start and the end of the subscription. */
  from: DateTime
  to: DateTime
  /** Which of the four rules of CONTRACT 3.2 applies. */
  rule: 'terminated' | 'upgraded' | 'full' | 'partial'
  /** The day of an upgrade belongs to the new plan. */
  endedByUpgrade?: boolean
  trialEndsAt?: DateTime
}

/** A float, as nothing is rounded before the fee is (CONTRACT 3.1). */
export const dayPrice = (amountCents: number, period: Period) => amountCents / daysIn(period)

/**
 * The fee for a plan in minor units (CONTRACT 3.2): days times the price of a day, or the plan's price for a whole
 * period. Days of a trial are free (CONTRACT 3.9).
 */
export function planFee({ amountCents, period, from, to, rule, endedByUpgrade, trialEndsAt }: PlanFee) {
  const end = to.endOf('day')
  if (trialEndsAt && trialEndsAt > end) return 0
  const inTrial = trialEndsAt !== undefined && trialEndsAt > from
  if (rule === 'full' && !inTrial) return amountCents
  const days = daysBetween(inTrial ? trialEndsAt : from, to) - (endedByUpgrade ? 1 : 0)
  return round(dayPrice(amountCents, period) * Math.max(0, days))
}
