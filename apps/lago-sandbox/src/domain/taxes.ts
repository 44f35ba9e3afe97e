import { randomUUID } from 'node:crypto'
import type { AppliedTax, CustomerRow, TaxRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { notFound } from '../errors.ts'
import { round, type Decimal } from '../billing/money.ts'

export const taxesByCode = (transaction: Transaction, codes: string[]) =>
  codes.length ? transaction.list('taxes', { code: codes, deleted_at: null }) : Promise.resolve([])

export async function requireTaxes(transaction: Transaction, codes: string[]) {
  const taxes = await taxesByCode(transaction, codes)
  if (taxes.length !== new Set(codes).size) throw notFound('tax')
  return taxes
}

/** The first level that names any tax decides: the item's own, …, the customer's, else the organization's. */
export async function applicableTaxes(
  transaction: Transaction,
  customer: CustomerRow,
  ...levels: string[][]
) {
  const codes = [...levels, customer.tax_codes].find((level) => level.length > 0)
  return codes
    ? taxesByCode(transaction, codes)
    : transaction.list('taxes', { applied_to_organization: true, deleted_at: null })
}

export const appliedTax = (tax: TaxRow, taxable: Decimal, amount: Decimal, currency: string): AppliedTax => ({
  lago_id: randomUUID(),
  lago_tax_id: tax.id,
  tax_name: tax.name,
  tax_code: tax.code,
  tax_rate: tax.rate,
  tax_description: tax.description,
  amount_cents: round(amount),
  amount_currency: currency,
  base_amount_cents: round(taxable),
})
