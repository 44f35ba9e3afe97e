import { BaseTransformer } from '@adonisjs/core/transformers'
import type { OwnCurrency } from '#billing/currency'
import type { Entitled } from '#billing/entitlements'
import type BillingCustomer from '#billing/models/billing_customer'
import type PaymentTrouble from '#billing/models/payment_trouble'
import { iso } from '#core/time'

export default class EntitlementsTransformer extends BaseTransformer<Entitled> {
  constructor(
    plan: Entitled,
    private trouble: PaymentTrouble | null,
    private customer: BillingCustomer | null,
    private own: OwnCurrency,
  ) {
    super(plan)
  }

  toObject() {
    return {
      ...this.resource.toObject(),
      /** While an invoice is unpaid: the end of the grace, and whether it is over. */
      suspendsAt: iso(this.trouble?.suspendsAt ?? null),
      suspendedAt: iso(this.trouble?.suspendedAt ?? null),
      /** Whether the prepaid credit is below what the organization wants to be warned of. */
      balanceIsLow: this.customer?.balanceIsLow ?? false,
      /** In which the organization pays, and whether that can still be another. */
      currency: this.own.currency,
      currencyIsFinal: this.own.isFinal,
    }
  }
}
