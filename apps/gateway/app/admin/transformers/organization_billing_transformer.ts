import { BaseTransformer } from '@adonisjs/core/transformers'
import type { OrganizationBilling } from '#admin/billing/organization_billing'
import InvoiceTransformer from '#billing/transformers/invoice_transformer'
import SubscriptionTransformer from '#billing/transformers/subscription_transformer'
import { iso } from '#core/time'

export default class OrganizationBillingTransformer extends BaseTransformer<OrganizationBilling> {
  toObject() {
    const { subscription, customer, open, trouble } = this.resource
    return {
      subscription: subscription && new SubscriptionTransformer(subscription).toObject(),
      legalName: customer?.legalName ?? null,
      country: customer?.country ?? null,
      taxNumber: customer?.taxNumber ?? null,
      syncedAt: iso(customer?.syncedAt ?? null),
      openInvoices: open.map((invoice) => new InvoiceTransformer(invoice).toObject()),
      trouble: trouble && {
        beganAt: iso(trouble.beganAt),
        attempts: trouble.attempts,
        reminders: trouble.reminders,
        suspendsAt: iso(trouble.suspendsAt),
        suspendedAt: iso(trouble.suspendedAt),
      },
    }
  }
}
