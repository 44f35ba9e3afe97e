import { isoSeconds } from '../domain/dates.ts'
import type { PaymentRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

export async function serializePayment(transaction: Transaction, payment: PaymentRow) {
  const customer = await transaction.get('customers', payment.customer_id)
  const invoice = await transaction.get('invoices', payment.invoice_id)
  const provider = payment.type === 'provider'
  return {
    lago_id: payment.id,
    lago_customer_id: customer.id,
    external_customer_id: customer.external_id,
    invoice_ids: [invoice.id],
    invoice_numbers: [invoice.number],
    lago_payable_id: invoice.id,
    payable_type: 'Invoice',
    amount_cents: payment.amount_cents,
    amount_currency: payment.amount_currency,
    status: payment.status,
    payment_status: payment.payable_payment_status,
    type: payment.type,
    reference: payment.reference,
    payment_provider_code: provider ? customer.payment_provider_code : null,
    payment_provider_type: provider ? customer.payment_provider : null,
    external_payment_id: payment.provider_payment_id,
    provider_payment_id: payment.provider_payment_id,
    provider_customer_id: provider ? customer.provider_customer_id : null,
    next_action: {},
    created_at: isoSeconds(payment.created_at),
  }
}
