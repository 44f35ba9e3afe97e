import { BigNumber } from 'bignumber.js'
import type { DateTime } from 'luxon'
import { daysBetween, type Interval, periodAt } from '#billing/plan_change/periods'

/**
 * What Lago writes on the invoice of a change of plan, to the cent. Lago has an endpoint for it that its free edition
 * refuses, so its rules stand here; https://getlago.com/docs/guide/subscriptions/upgrades-downgrades describes them.
 * Every plan of ours is billed when its period begins. Amounts are minor units; halves are rounded up.
 */

export interface Tax {
  code: string
  rate: number
}

export interface Terms {
  amountCents: number
  interval: Interval
  taxes: Tax[]
}

/** The last bill of the plan that is left, as far as it says what comes back. */
export interface PaidFee {
  amountCents: number
  /** Of the plan, whole, on the day of that bill. */
  planAmountCents: number
  /** The coupons' share, and what earlier credit notes gave back; fractions of a cent. */
  couponsCents: BigNumber.Value
  creditedCents: BigNumber.Value
  taxes: Tax[]
  until: DateTime
}

interface Line {
  amountCents: number
  taxes: Tax[]
}

const rounded = (value: BigNumber.Value) => Number(new BigNumber(value).toFixed(0, BigNumber.ROUND_HALF_UP))
const sum = (values: BigNumber.Value[]) =>
  values.reduce<BigNumber>((total, value) => total.plus(value), new BigNumber(0))

/** A plain number, as nothing is rounded before days and price have been multiplied. */
const dayPrice = (amountCents: number, interval: Interval, anchor: DateTime, day: DateTime) => {
  const { from, to } = periodAt(interval, anchor, day)
  return amountCents / daysBetween(from, to)
}

/**
 * The price of a plan from a day to the end of the period around it; that day counts. The days of a trial cost nothing.
 *
 * @param anchor the day from which periods are counted: that of the organization's first plan since it last had none
 */
export function feeFrom(day: DateTime, terms: Terms, anchor: DateTime, trialEndsAt: DateTime | null) {
  const { to } = periodAt(terms.interval, anchor, day.startOf('day'))
  const start = trialEndsAt && trialEndsAt > day ? trialEndsAt : day
  if (start > to.endOf('day')) return 0
  return rounded(dayPrice(terms.amountCents, terms.interval, anchor, to) * daysBetween(start, to))
}

/** What comes back for the days from an upgrade to the end of what is paid for; the day of the upgrade counts. */
export function creditFrom(day: DateTime, fee: PaidFee, interval: Interval, anchor: DateTime) {
  if (fee.amountCents === 0) return 0
  const days = daysBetween(day, fee.until)
  const unused = dayPrice(fee.planAmountCents, interval, anchor, fee.until.startOf('day')) * days
  const left = BigNumber.min(unused, fee.amountCents).minus(fee.creditedCents)
  if (left.lte(0)) return 0

  const item = left.dp(5, BigNumber.ROUND_DOWN)
  const taxable = item.minus(new BigNumber(fee.couponsCents).times(item).div(fee.amountCents))
  return rounded(taxable) + rounded(sum(fee.taxes.map(({ rate }) => taxable.times(rate).div(100))))
}

/** The invoice of some fees, when that much credit is there to be used up. Taxes are rounded once, over all of them. */
export function totalsOf(lines: Line[], availableCents: number) {
  const taxCents = rounded(
    sum(
      lines.flatMap(({ amountCents, taxes }) =>
        taxes.map(({ rate }) => new BigNumber(amountCents).times(rate).div(100)),
      ),
    ),
  )
  const gross = lines.reduce((total, { amountCents }) => total + amountCents, taxCents)
  const creditCents = Math.min(gross, availableCents)
  return { taxCents, creditCents, dueCents: gross - creditCents }
}
