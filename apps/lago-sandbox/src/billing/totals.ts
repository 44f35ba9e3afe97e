import { BigNumber } from 'bignumber.js'
import { decimal, round, sum, sumDecimals, ZERO, type Decimal } from './money.ts'

export interface Tax {
  code: string
  rate: number
}

/** A fee on its way to an invoice; amounts in minor units. */
export interface Priced {
  amountCents: number
  /** Share of the invoice's coupons, 5 decimals. */
  couponsCents: Decimal
  taxes: Tax[]
}

export interface Discount {
  kind: 'fixed_amount' | 'percentage'
  /** Minor units left on a fixed coupon. */
  remainingCents: number
  rate: Decimal
}

const base = (fee: Priced) => decimal(fee.amountCents).minus(fee.couponsCents)

/**
 * Takes one coupon off the fees it applies to and spreads it by amount (CONTRACT 3.11, step 3).
 * Changes `couponsCents` of the fees.
 *
 * @returns the minor units taken off
 */
export function applyDiscount(discount: Discount, fees: Priced[]) {
  const total = sumDecimals(fees.map(base))
  if (total.lte(0)) return 0
  const taken =
    discount.kind === 'fixed_amount'
      ? round(BigNumber.min(discount.remainingCents, total))
      : round(total.times(discount.rate).div(100))
  for (const fee of fees) {
    const share = base(fee).times(taken).div(total).dp(5, BigNumber.ROUND_HALF_UP)
    fee.couponsCents = BigNumber.min(fee.couponsCents.plus(share), fee.amountCents)
  }
  return taken
}

/** The exact tax of one fee, per tax, on what the coupons left of it (CONTRACT 3.11, step 4). */
export function feeTaxes(fee: Priced) {
  const taxable = base(fee)
  return fee.taxes.map((tax) => ({ tax, taxable, amount: taxable.times(tax.rate).div(100) }))
}

/** Invoice taxes by code; each is rounded for display, the invoice's own tax is rounded once over all. */
export function invoiceTaxes(fees: Priced[]) {
  const byCode = new Map<string, { tax: Tax; taxable: Decimal; amount: Decimal }>()
  for (const fee of fees) {
    for (const { tax, taxable, amount } of feeTaxes(fee)) {
      const seen = byCode.get(tax.code) ?? { tax, taxable: ZERO, amount: ZERO }
      byCode.set(tax.code, {
        tax,
        taxable: seen.taxable.plus(taxable),
        amount: seen.amount.plus(amount),
      })
    }
  }
  const taxes = [...byCode.values()]
  return { taxes, totalCents: round(sumDecimals(taxes.map(({ amount }) => amount))) }
}

/** The rate that the taxes come to over all fees, for display. */
export function effectiveRate(fees: Priced[]) {
  const total = sum(fees.map(({ amountCents }) => amountCents))
  const weighted = sumDecimals(
    fees.map(({ amountCents, taxes }) => {
      const weight = total === 0 ? decimal(1).div(fees.length) : decimal(amountCents).div(total)
      return weight.times(sum(taxes.map(({ rate }) => rate)))
    }),
  )
  return weighted.dp(5, BigNumber.ROUND_HALF_UP).toNumber()
}
