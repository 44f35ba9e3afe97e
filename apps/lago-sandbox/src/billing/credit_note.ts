import { BigNumber } from 'bignumber.js'
import { decimal, round, sumDecimals, truncate, type Decimal } from './money.ts'
import type { Tax } from './totals.ts'

export interface CreditedFee {
  amountCents: number
  couponsCents: Decimal
  /** What earlier credit notes gave back of this fee, minor units. */
  creditedCents: Decimal
  taxes: Tax[]
}

/**
 * The parts of a credit note for the unused days of a plan fee (CONTRACT 3.8).
 *
 * @param unusedCents price of a day times the days left, minor units, not rounded
 * @returns undefined when nothing is left to give back
 */
export function creditForUnusedDays(fee: CreditedFee, unusedCents: number) {
  const left = BigNumber.min(unusedCents, fee.amountCents).minus(fee.creditedCents)
  if (left.lte(0)) return undefined
  const item = truncate(left, 5)
  const coupons = fee.couponsCents.times(item).div(fee.amountCents)
  const taxable = item.minus(coupons)
  const taxes = fee.taxes.map((tax) => ({ tax, amount: taxable.times(tax.rate).div(100) }))
  const preciseTaxes = sumDecimals(taxes.map(({ amount }) => amount))
  const subTotalCents = round(taxable)
  const taxesCents = round(preciseTaxes)
  return {
    item,
    taxable,
    taxes,
    couponsCents: round(coupons),
    subTotalCents,
    taxesCents,
    preciseTaxes,
    preciseTotal: taxable.plus(preciseTaxes),
    // The parts decide: the total moves by one where its own rounding would disagree with theirs.
    totalCents: subTotalCents + taxesCents,
  }
}

/**
 * Splits a credit note (CONTRACT 3.7): `refund` gives back what was paid beyond the used days, `offset` lowers what is
 * still due on the invoice, and the rest stays as credit.
 */
export function split(
  totalCents: number,
  mode: 'credit' | 'refund' | 'offset',
  invoice: { totalCents: number; paidCents: number; dueCents: number },
) {
  const used = invoice.totalCents - totalCents
  const refundCents = mode === 'refund' ? Math.min(totalCents, Math.max(0, invoice.paidCents - used)) : 0
  const offsetCents = mode === 'offset' ? Math.min(totalCents, invoice.dueCents) : 0
  return { refundCents, offsetCents, creditCents: totalCents - refundCents - offsetCents }
}

export const preciseText = (value: Decimal | number) => decimal(value).dp(5).toFixed()
