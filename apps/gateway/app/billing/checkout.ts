import { lago, LagoRefusal } from '#billing/lago'
import { NoCheckoutException } from '#billing/exceptions/no_checkout_exception'
import { NotPayableException } from '#billing/exceptions/not_payable_exception'
import BillingCustomer from '#billing/models/billing_customer'
import Invoice from '#billing/models/invoice'
import type Subscription from '#billing/models/subscription'

/**
 * Where to send the person who has just chosen a plan; null when there is nothing to do there: a free plan, or a card
 * that is known and about to be charged.
 */
export async function nextStepUrl(subscription: Subscription) {
  const { hasPaymentMethod } = await BillingCustomer.findOrFail(subscription.organizationId)
  const [invoice] = await subscription.openInvoices()
  if (invoice && !(hasPaymentMethod && invoice.paymentStatus === 'pending'))
    return lago.paymentUrl(invoice.id)
  return subscription.trialEndsAt && !hasPaymentMethod ? lago.cardSetupUrl(subscription.organizationId) : null
}

/** @throws NotPayableException when Lago says so; the mirror may not know yet */
export async function paymentUrlOf(invoice: Invoice) {
  const url = await lago.paymentUrl(invoice.id).catch((error: unknown) => {
    if (error instanceof LagoRefusal && error.names('invalid_invoice_status_or_payment_status')) return null
    throw error
  })
  if (url === null) throw new NotPayableException()
  return url
}

/** The page where an organization pays its oldest open invoice, or else leaves a card for later. */
export async function checkoutUrlOf(organizationId: string) {
  const invoice = await Invoice.open(organizationId).first()
  if (invoice) return paymentUrlOf(invoice)

  const customer = await BillingCustomer.find(organizationId)
  const url = customer && (await lago.cardSetupUrl(organizationId))
  if (!url) throw new NoCheckoutException()
  return url
}
