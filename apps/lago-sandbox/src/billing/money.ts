import { BigNumber } from 'bignumber.js'

/** An exact decimal: units, rates, and money before it is rounded. */
export type Decimal = BigNumber

// What is no number becomes NaN, as with JavaScript's own: requests and events carry anything.
BigNumber.config({ STRICT: false, DECIMAL_PLACES: 30 })

export const ZERO = new BigNumber(0)

/** @param value a number, a decimal string, or anything from a request; what is no number becomes NaN */
export const decimal = (value: unknown): Decimal => new BigNumber(value as BigNumber.Value)

/** Half away from zero, the one rounding of the API (CONTRACT 1.5). Amounts are minor units. */
export function round(value: Decimal | number): number {
  return Number(new BigNumber(value).toFixed(0, BigNumber.ROUND_HALF_UP))
}

export const truncate = (value: Decimal, places: number) => value.dp(places, BigNumber.ROUND_DOWN)

export const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

export const sumDecimals = (values: Decimal[]) => values.reduce((total, value) => total.plus(value), ZERO)

/** How many minor digits a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponent(currency: string) {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

export const toMinor = (major: Decimal, currency: string) => major.shiftedBy(exponent(currency))

export const toMajor = (minor: Decimal | number, currency: string) =>
  new BigNumber(minor).shiftedBy(-exponent(currency))

const currencies = new Set(Intl.supportedValuesOf('currency'))

export const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && currencies.has(value)

/** Plain notation with at least one digit after the point: `"12.5"`, `"10.0"` (CONTRACT 1.5). */
export function decimalText(value: Decimal | number | string) {
  const text = new BigNumber(value).toFixed()
  return text.includes('.') ? text : `${text}.0`
}
