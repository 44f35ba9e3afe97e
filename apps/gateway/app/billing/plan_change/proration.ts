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

export interface Line {
  amountCents: number
  taxes: Tax[]
  planCode: string
  /** Of what was used; the price of the plan itself has none. */
  metricCode?: string
}

export interface Coupon {
  /** What is left of one with a fixed amount; null of one that is a share. */
  amountCents: number | null
  /** In percent. */
  rate: BigNumber.Value
  /** What it is limited to; one with neither takes off everything. */
  planCodes: string[]
  metricCodes: string[]
}

/** What there is to be used up, in minor units; coupons the oldest first. */
export interface Available {
  coupons: Coupon[]
  creditCents: number
  prepaidCents: number
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

interface Discounted extends Line {
  couponCents: BigNumber
}

const left = ({ amountCents, couponCents }: Discounted) => new BigNumber(amountCents).minus(couponCents)

/** Those of a metric come before those of a plan, and these before the rest. */
const breadth = ({ metricCodes, planCodes }: Coupon) => (metricCodes.length ? 0 : planCodes.length ? 1 : 2)

function isCovered({ metricCodes, planCodes }: Coupon, line: Line) {
  if (metricCodes.length) return metricCodes.includes(line.metricCode ?? '')
  return planCodes.length === 0 || planCodes.includes(line.planCode)
}

/** Takes one coupon off, spread over what it covers by amount; answers how much that is. */
function discount(coupon: Coupon, lines: Discounted[]) {
  const covered = lines.filter((line) => isCovered(coupon, line))
  const base = sum(covered.map(left))
  if (base.lte(0)) return 0
  const taken =
    coupon.amountCents === null
      ? rounded(base.times(coupon.rate).div(100))
      : rounded(BigNumber.min(coupon.amountCents, base))
  for (const line of covered) {
    const share = left(line).times(taken).div(base).dp(5, BigNumber.ROUND_HALF_UP)
    line.couponCents = BigNumber.min(line.couponCents.plus(share), line.amountCents)
  }
  return taken
}

/**
 * The invoice of some fees, when so much is there to be used up: coupons before taxes, then credit, then what was paid
 * ahead. Taxes are rounded once, over all of them.
 */
export function totalsOf(given: Line[], { coupons, creditCents, prepaidCents }: Available) {
  const lines = given.map((line) => ({ ...line, couponCents: new BigNumber(0) }))
  const couponCents = coupons
    .toSorted((one, other) => breadth(one) - breadth(other))
    .reduce((total, coupon) => total + discount(coupon, lines), 0)
  const taxCents = rounded(
    sum(lines.flatMap((line) => line.taxes.map(({ rate }) => left(line).times(rate).div(100)))),
  )
  const gross = lines.reduce((total, { amountCents }) => total + amountCents, taxCents - couponCents)
  const credit = Math.min(gross, creditCents)
  const prepaid = Math.min(gross - credit, prepaidCents)
  return {
    couponCents,
    taxCents,
    creditCents: credit,
    prepaidCents: prepaid,
    dueCents: gross - credit - prepaid,
  }
}
