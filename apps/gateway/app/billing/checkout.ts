import { lago, LagoRefusal } from '#billing/lago'
import { NoCheckoutException } from '#billing/exceptions/no_checkout_exception'
import { NotPayableException } from '#billing/exceptions/not_payable_exception'
import BillingCustomer from '#billing/models/billing_customer'
import Invoice from '#billing/models/invoice'
import type Subscription from '#billing/models/subscription'

/**
 * Where to send the person who has just chosen a plan. Null when there is nothing to do there: a free plan, or one that
 * is charged to the card of an earlier payment.
 */
export async function nextStepUrl(subscription: Subscription) {
  const { organizationId, trialEndsAt } = subscription
  const paid = await Invoice.paid(organizationId).first()
  const [invoice] = await subscription.openInvoices()
  if (invoice && (!paid || invoice.paymentStatus === 'failed')) return lago.paymentUrl(invoice.id)
  return trialEndsAt && !paid ? lago.cardSetupUrl(organizationId) : null
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
