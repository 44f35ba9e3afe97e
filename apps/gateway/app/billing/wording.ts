import { DateTime } from 'luxon'

const counts = new Intl.NumberFormat('en-GB')

export interface Money {
  totalCents: number
  currency: string
}

/** Minor units as people write them; of how many a major one consists depends on the currency: the yen has none. */
export function inMoney({ totalCents, currency }: Money) {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  return format.format(totalCents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

export const inDigits = (count: number) => counts.format(count)

/** The day, as Lago counts days: in UTC. */
export const inDays = (moment: string | DateTime) =>
  (typeof moment === 'string' ? DateTime.fromISO(moment) : moment)
    .toUTC()
    .setLocale('en-GB')
    .toLocaleString(DateTime.DATE_FULL)
