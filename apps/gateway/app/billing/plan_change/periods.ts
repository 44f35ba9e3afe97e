import type { DateTime } from 'luxon'

export type Interval = 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'yearly'

/** Both ends are midnights in the customer's timezone; both days belong to the period. */
export interface Period {
  from: DateTime
  to: DateTime
}

const lengths = {
  weekly: { weeks: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  semiannual: { months: 6 },
  yearly: { years: 1 },
} as const
const perYear = { weekly: 52, monthly: 12, quarterly: 4, semiannual: 2, yearly: 1 } as const

const times = (interval: Interval, count: number) =>
  Object.fromEntries(Object.entries(lengths[interval]).map(([unit, length]) => [unit, length * count]))

/**
 * The whole period around a day. Periods begin on the day of the month on which the subscription was made, or on the
 * last one of a shorter month, and are counted from there each time, so that a 31st comes back.
 */
export function periodAt(interval: Interval, anchor: DateTime, day: DateTime): Period {
  const first = anchor.startOf('day')
  const start = (index: number) => first.plus(times(interval, index))
  const passed = day.diff(first).as('days') / start(1).diff(first).as('days')
  let index = Math.floor(passed) - 1
  while (start(index + 1) <= day) index += 1
  return { from: start(index), to: start(index + 1).minus({ days: 1 }) }
}

/** Days from one to the other, both counted; a change to or from summer time neither adds nor loses one. */
export function daysBetween(from: DateTime, to: DateTime) {
  const day = (date: DateTime) => date.setZone('utc', { keepLocalTime: true }).startOf('day')
  return Math.max(0, Math.round(day(to).diff(day(from)).as('days')) + 1)
}

/** What Lago compares to tell a change that begins at once from one that waits for the period's end. */
export const yearlyCents = (amountCents: number, interval: Interval) => amountCents * perYear[interval]
