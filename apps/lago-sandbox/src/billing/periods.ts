import type { DateTime } from 'luxon'

export const INTERVALS = ['weekly', 'monthly', 'quarterly', 'semiannual', 'yearly'] as const
export type Interval = (typeof INTERVALS)[number]
export type BillingTime = 'calendar' | 'anniversary'

/** Both ends are local midnights in the customer's timezone; both days belong to the period. */
export interface Period {
  from: DateTime
  to: DateTime
}

export interface Schedule {
  interval: Interval
  billingTime: BillingTime
  /** The subscription's `subscription_at` in the customer's timezone. */
  anchor: DateTime
}

const MONTHS = { monthly: 1, quarterly: 3, semiannual: 6, yearly: 12 } as const

const PERIODS_PER_YEAR = { weekly: 52, monthly: 12, quarterly: 4, semiannual: 2, yearly: 1 } as const

/** What a plan costs in a year: the measure that tells upgrades from downgrades (CONTRACT 2.6). */
export const yearlyAmount = (amountCents: number, interval: Interval) =>
  amountCents * PERIODS_PER_YEAR[interval]

function calendarStart(interval: Interval, day: DateTime) {
  switch (interval) {
    case 'weekly':
      return day.startOf('week')
    case 'monthly':
    case 'quarterly':
    case 'yearly':
      return day.startOf(interval === 'monthly' ? 'month' : interval === 'quarterly' ? 'quarter' : 'year')
    case 'semiannual':
      return day.set({ month: day.month < 7 ? 1 : 7 }).startOf('month')
  }
}

const next = (start: DateTime, interval: Interval) =>
  interval === 'weekly' ? start.plus({ weeks: 1 }) : start.plus({ months: MONTHS[interval] })

function anniversaryPeriod(interval: Interval, anchor: DateTime, day: DateTime): Period {
  const first = anchor.startOf('day')
  if (interval === 'weekly') {
    const from = first.plus({ weeks: Math.floor(day.diff(first, 'weeks').weeks) })
    return { from, to: from.plus({ days: 6 }) }
  }
  // Counted from the anchor each time, so that a 31st comes back after a short month.
  const step = MONTHS[interval]
  const start = (index: number) => first.plus({ months: index * step })
  let index = Math.floor(((day.year - first.year) * 12 + day.month - first.month) / step)
  if (start(index) > day) index -= 1
  else if (start(index + 1) <= day) index += 1
  return { from: start(index), to: start(index + 1).minus({ days: 1 }) }
}

/** The whole period that contains `date` (CONTRACT 3.1). */
export function periodAt({ interval, billingTime, anchor }: Schedule, date: DateTime): Period {
  const day = date.startOf('day')
  if (billingTime === 'anniversary') return anniversaryPeriod(interval, anchor, day)
  const from = calendarStart(interval, day)
  return { from, to: next(from, interval).minus({ days: 1 }) }
}

export const periodBefore = (schedule: Schedule, period: Period) =>
  periodAt(schedule, period.from.minus({ days: 1 }))

/** Days from `from` to `to`; the first and the last one count (CONTRACT 3.1). Never negative. */
export function daysBetween(from: DateTime, to: DateTime) {
  // Dates are compared in UTC so that a change to or from summer time neither adds nor loses a day.
  const day = (date: DateTime) => date.setZone('utc', { keepLocalTime: true }).startOf('day')
  return Math.max(0, Math.round(day(to).diff(day(from), 'days').days) + 1)
}

export const daysIn = ({ from, to }: Period) => daysBetween(from, to)
