import { DateTime } from 'luxon'

/** Below this the difference is the way of the answer, and that a header has whole seconds only. */
const tolerance = 60_000

let ahead = 0

/** Takes note of the `Date` of an answer; an answer without one says nothing. */
export function observeClock(date: string | null) {
  const difference = Date.parse(date ?? '') - Date.now()
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) < tolerance ? 0 : difference
}

/** What time it is for Lago, whose days decide what is billed; the sandbox's clock can be moved. */
export const lagoTime = () => DateTime.utc().plus(ahead)
