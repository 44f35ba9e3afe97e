import { DateTime } from 'luxon'
import { region } from '#core/language'

export interface Money {
  totalCents: number
  currency: string
}

const formatOf = (currency: string) => new Intl.NumberFormat(region(), { style: 'currency', currency })

/** Of how many minor units a major one consists: a yen has none. */
const minorUnits = (currency: string) =>
  10 ** (formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2)

/** Minor units as people write them. */
export const inMoney = ({ totalCents, currency }: Money) =>
  formatOf(currency).format(totalCents / minorUnits(currency))

/** A price in major units; whole ones lose their zeros, and what costs fractions of a cent shows them. */
export const inPrice = (amount: number, currency: string) =>
  new Intl.NumberFormat(region(), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
    maximumFractionDigits: 6,
  }).format(amount)

/** A decimal in major units, as Lago writes some amounts, in minor ones. */
export const inMinor = (amount: string, currency: string) => Math.round(Number(amount) * minorUnits(currency))

/** The other way round, for Lago. */
export const inMajor = (cents: number, currency: string) => String(cents / minorUnits(currency))

export const inDigits = (count: number) => new Intl.NumberFormat(region()).format(count)

/** The day, as Lago counts days: in UTC. */
export const inDays = (moment: string | DateTime) =>
  (typeof moment === 'string' ? DateTime.fromISO(moment) : moment)
    .toUTC()
    .setLocale(region())
    .toLocaleString(DateTime.DATE_FULL)
