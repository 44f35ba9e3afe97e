import type { Details } from '#billing/details/billing_details'
import type { LagoCustomer } from '#billing/lago/types'
import env from '#start/env'
import { client, dataOf, orNoProvider, orNull, safe } from '#billing/lago/transport'

function providerOf() {
  const provider = env.get('LAGO_PAYMENT_PROVIDER') as 'stripe' | undefined
  return (
    provider && {
      payment_provider: provider,
      payment_provider_code: env.get('LAGO_PAYMENT_PROVIDER_CODE'),
      sync_with_provider: true,
      provider_payment_methods: ['card' as const],
    }
  )
}

/** What Lago keeps beside a customer's name. */
const personal = [
  'email',
  'firstname',
  'lastname',
  'legal_name',
  'logo_url',
  'phone',
  'url',
  'address_line1',
  'address_line2',
  'city',
  'zipcode',
  'state',
  'tax_identification_number',
] as const

/** What the invoices say of who pays; the client's type knows no null, which empties a field. */
const billTo = (details: Details) =>
  ({
    legal_name: details.legalName,
    address_line1: details.addressLine1,
    address_line2: details.addressLine2,
    city: details.city,
    zipcode: details.postalCode,
    state: details.state,
    country: details.country,
    tax_identification_number: details.taxNumber,
  }) as object

export const customers = {
  /** What is not given stays as it is. */
  saveCustomer: (
    organization: { id: string; name: string },
    email: string,
    billing: { currency?: string; details?: Details; taxCode?: string } = {},
  ) =>
    dataOf(
      client.customers.createCustomer({
        customer: {
          external_id: organization.id,
          name: organization.name,
          email,
          currency: billing.currency as LagoCustomer['currency'],
          finalize_zero_amount_invoice: 'skip',
          billing_configuration: providerOf(),
          ...(billing.details && billTo(billing.details)),
          ...(billing.taxCode && { tax_codes: [billing.taxCode] }),
        },
      }),
    ).then(({ customer }) => customer),

  /** Takes out of a customer, where there is one, whatever tells who it was. */
  async forgetCustomer(organizationId: string) {
    if (!(await orNull(dataOf(client.customers.findCustomer(safe(organizationId)))))) return
    await dataOf(
      client.customers.createCustomer({
        customer: {
          external_id: organizationId,
          name: 'Deleted customer',
          // The client's type knows no null.
          ...(Object.fromEntries(personal.map((field) => [field, null])) as object),
        },
      }),
    )
  },

  customer: (organizationId: string) =>
    orNull(dataOf(client.customers.findCustomer(safe(organizationId)))).then(
      (answer) => answer?.customer ?? null,
    ),

  async cardSetupUrl(organizationId: string) {
    const answer = await orNoProvider(
      dataOf(client.customers.generateCustomerCheckoutUrl(safe(organizationId))),
    )
    return answer?.customer.checkout_url ?? null
  },

  /** Lago's own page about a customer: invoices, usage and credit. Whoever has the address may read it for twelve hours. */
  async portalUrl(organizationId: string) {
    const answer = await orNull(dataOf(client.customers.getCustomerPortalUrl(safe(organizationId))))
    return answer?.customer.portal_url ?? null
  },
}
