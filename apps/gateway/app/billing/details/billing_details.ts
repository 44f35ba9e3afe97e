import db from '@adonisjs/lucid/services/db'
import '#billing/ledger'
import { currencyOf } from '#billing/currency'
import { taxNumberOf } from '#billing/details/tax_number'
import { vatFor } from '#billing/details/vat'
import { lago } from '#billing/lago'
import { confirmLease, leased } from '#billing/lease'
import { copyCustomer } from '#billing/mirror/customer_copy'
import BillingCustomer from '#billing/models/billing_customer'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'
import type { MembershipSummary } from '#organizations/member_provider'

/** What an invoice says about who pays it. */
export interface Details {
  legalName: string
  addressLine1: string
  addressLine2: string | null
  city: string
  postalCode: string | null
  state: string | null
  country: string
  taxNumber: string | null
}

/** Keeps at Lago what its invoices say of an organization, and which tax is on them. Repeating it changes nothing. */
export class BillingDetails {
  constructor(
    private organization: MembershipSummary['organization'],
    private payer: { email: string },
  ) {}

  /** @throws FieldException for a tax number that cannot be one, and for another currency than the one that is settled */
  async save(given: Details, wanted?: string) {
    const { id } = this.organization
    const taxNumber = given.taxNumber && (await taxNumberOf(given.country, given.taxNumber))
    const details = { ...given, taxNumber }

    await leased(id, async (lease) => {
      const { currency: own, isFinal } = await currencyOf(id)
      const currency = wanted ?? own
      if (isFinal && currency !== own) throw new FieldException('currency', 'currency_final', { own })
      const seller = await lago.organization()
      const vat = vatFor(seller.country ?? null, details)
      if (vat) await lago.ensureTax(vat)
      const customer = await lago.saveCustomer(this.organization, this.payer.email, {
        currency,
        details,
        taxCode: vat?.code,
      })
      await db.transaction(async (trx) => {
        await confirmLease(trx, id, lease)
        await copyCustomer(trx, id, customer)
        await record(trx, {
          action: 'billing.details_changed',
          subject: ['organization', id],
          organizationId: id,
          metadata: { country: details.country, taxNumber, vat: vat?.code ?? null, currency },
        })
      })
    })
    return BillingCustomer.findOrFail(id)
  }
}
