import type { TaxRow } from '../rows.ts'
import { isoSeconds } from '../domain/dates.ts'

export const serializeTax = (tax: TaxRow) => ({
  lago_id: tax.id,
  name: tax.name,
  code: tax.code,
  rate: tax.rate,
  description: tax.description,
  applied_to_organization: tax.applied_to_organization,
  add_ons_count: 0,
  charges_count: 0,
  customers_count: 0,
  plans_count: 0,
  commitments_count: 0,
  created_at: isoSeconds(tax.created_at),
})
