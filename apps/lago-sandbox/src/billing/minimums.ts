import { DateTime } from 'luxon'
import type { Window } from './aggregation.ts'
import { round } from './money.ts'
import { daysBetween, daysIn, type Period } from './periods.ts'

/**
 * The least a charge costs in a window, minor units, not rounded: its minimum by the days of the period, the day of the end
 * included (CONTRACT 3.12; 1000 for 25 of 28 days in `LA:spec/scenarios/spending_minimum_spec.rb`).
 */
export function minimumOf(minAmountCents: number, { from, to, wholeDays, zone }: Window) {
  const day = (time: Date) => DateTime.fromJSDate(time, { zone })
  return (minAmountCents / wholeDays) * daysBetween(day(from), day(to))
}

/**
 * What is missing to a plan's minimum commitment, minor units: the commitment by the days of the period less everything that
 * the period cost, never negative (CONTRACT 3.12; `LA:spec/scenarios/commitments/minimum/`).
 *
 * @param from first day that counts, the start of the subscription at the earliest
 * @param to last day that counts, the day of the end included
 */
export function missingToCommitment(
  commitmentCents: number,
  { period, from, to, costCents }: { period: Period; from: DateTime; to: DateTime; costCents: number },
) {
  return Math.max(0, round((commitmentCents * daysBetween(from, to)) / daysIn(period)) - costCents)
}
