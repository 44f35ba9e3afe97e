import BillingCustomer from '#billing/models/billing_customer'
import Invoice from '#billing/models/invoice'
import PaymentTrouble from '#billing/models/payment_trouble'
import Subscription from '#billing/models/subscription'
import Organization from '#organizations/models/organization'

/** What an administrator sees of the billing of one organization, from our copy alone. */
export class OrganizationBilling {
  private constructor(
    readonly subscription: Subscription | null,
    readonly customer: BillingCustomer | null,
    readonly open: Invoice[],
    readonly trouble: PaymentTrouble | null,
  ) {}

  static async of(id: string) {
    const organization = await Organization.findOrFail(id)
    const [subscription, customer, open, trouble] = await Promise.all([
      Subscription.of(organization.id).first(),
      BillingCustomer.find(organization.id),
      Invoice.open(organization.id).limit(100),
      PaymentTrouble.openOf(organization.id),
    ])
    return new OrganizationBilling(subscription, customer, open, trouble)
  }
}
