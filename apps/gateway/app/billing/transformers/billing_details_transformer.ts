import { BaseTransformer } from '@adonisjs/core/transformers'
import { vatByCode } from '#billing/details/vat'
import type { OwnCurrency } from '#billing/currency'
import type BillingCustomer from '#billing/models/billing_customer'
import { countries } from '#config/countries'
import { currencies } from '#config/plans'

/** What invoices say about an organization, for the form that changes it. */
export default class BillingDetailsTransformer extends BaseTransformer<BillingCustomer> {
  constructor(
    customer: BillingCustomer,
    private own: OwnCurrency,
  ) {
    super(customer)
  }

  toObject() {
    const { resource } = this
    const vat = vatByCode(resource.taxCode ?? null)
    return {
      legalName: resource.legalName ?? null,
      addressLine1: resource.addressLine1 ?? null,
      addressLine2: resource.addressLine2 ?? null,
      city: resource.city ?? null,
      postalCode: resource.postalCode ?? null,
      state: resource.state ?? null,
      country: resource.country ?? null,
      taxNumber: resource.taxNumber ?? null,
      /** Of all prices, and so of all invoices. */
      currency: this.own.currency,
      currencyIsFinal: this.own.isFinal,
      currencies: [...currencies],
      /** The tax on coming invoices; null where the seller's own rules in Lago decide. */
      vat: vat && { code: vat.code, name: vat.name, rate: vat.rate, description: vat.description },
      countries,
    }
  }
}
