import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { LagoCustomer } from '#billing/lago'

/** Our copy of what Lago's invoices say of a customer. */
export const copyCustomer = (
  trx: TransactionClientContract,
  organizationId: string,
  source: LagoCustomer | null,
) =>
  trx
    .from('billing_customers')
    .where({ organization_id: organizationId })
    .update({
      legal_name: source?.legal_name ?? null,
      address_line_1: source?.address_line1 ?? null,
      address_line_2: source?.address_line2 ?? null,
      city: source?.city ?? null,
      postal_code: source?.zipcode ?? null,
      state: source?.state ?? null,
      country: source?.country ?? null,
      tax_number: source?.tax_identification_number ?? null,
      currency: source?.currency ?? null,
      tax_code: source?.taxes?.[0]?.code ?? null,
    })
