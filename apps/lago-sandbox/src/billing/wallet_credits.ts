import { decimal, round, toMajor, toMinor, truncate, type Decimal } from './money.ts'

/**
 * Credits and the money they stand for (CONTRACT 2.11): credits are cut to 5 decimals, their money is rounded to the
 * currency, and the credits that count are the ones the rounded money buys.
 *
 * @param rate money per credit, major units
 */
export function fromCredits(credits: Decimal, rate: Decimal, currency: string) {
  return fromCents(round(toMinor(truncate(credits, 5).times(rate), currency)), rate, currency)
}

export function fromCents(cents: number, rate: Decimal, currency: string) {
  const amount = toMajor(cents, currency)
  return { cents, amount, credits: truncate(amount.div(rate), 5) }
}

export const isCreditAmount = (value: unknown) => {
  const amount = decimal(value)
  return amount.isFinite() && amount.gte(0)
}
