import { isoSeconds, zoneOf } from '../domain/dates.ts'
import { taxesByCode } from '../domain/taxes.ts'
import type { CustomerRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeTax } from './common.ts'

/** Attributes that billing never reads; they are stored and given back as they are. */
export const CUSTOMER_PROFILE = [
  'firstname',
  'lastname',
  'customer_type',
  'account_type',
  'email',
  'url',
  'phone',
  'logo_url',
  'legal_name',
  'legal_number',
  'tax_identification_number',
  'country',
  'address_line1',
  'address_line2',
  'city',
  'state',
  'zipcode',
  'external_salesforce_id',
] as const

export async function serializeCustomer(transaction: Transaction, customer: CustomerRow) {
  const profile = Object.fromEntries(CUSTOMER_PROFILE.map((key) => [key, customer.profile[key] ?? null]))
  const { document_number_prefix } = transaction.organization
  return {
    lago_id: customer.id,
    billing_entity_code: 'default',
    external_id: customer.external_id,
    name: customer.name,
    sequential_id: customer.sequential_id,
    slug: `${document_number_prefix}-${String(customer.sequential_id).padStart(3, '0')}`,
    created_at: isoSeconds(customer.created_at),
    updated_at: isoSeconds(customer.updated_at),
    ...profile,
    account_type: profile.account_type ?? 'customer',
    currency: customer.currency,
    timezone: customer.timezone,
    applicable_timezone: zoneOf(transaction, customer),
    net_payment_term: customer.net_payment_term,
    finalize_zero_amount_invoice: customer.finalize_zero_amount_invoice,
    billing_configuration: billingConfiguration(customer),
    shipping_address: customer.profile.shipping_address ?? {
      address_line1: null,
      address_line2: null,
      city: null,
      zipcode: null,
      state: null,
      country: null,
    },
    skip_invoice_custom_sections: customer.skip_invoice_custom_sections,
    metadata: customer.metadata,
    taxes: (await taxesByCode(transaction, customer.tax_codes)).map(serializeTax),
    integration_customers: [],
    applicable_invoice_custom_sections: [],
    error_details: [],
  }
}

function billingConfiguration(customer: CustomerRow) {
  return {
    invoice_grace_period: customer.invoice_grace_period,
    payment_provider: customer.payment_provider,
    payment_provider_code: customer.payment_provider_code,
    document_locale: customer.document_locale,
    subscription_invoice_issuing_date_anchor: null,
    subscription_invoice_issuing_date_adjustment: null,
    ...(customer.payment_provider
      ? {
          provider_customer_id: customer.provider_customer_id,
          provider_payment_methods: customer.provider_payment_methods,
          sync_with_provider: customer.sync_with_provider,
        }
      : {}),
  }
}
