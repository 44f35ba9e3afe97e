import { randomBytes } from 'node:crypto'
import type { Card, CustomerRow, InvoiceRow, PaymentRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializePayment } from '../serializers/payment.ts'
import { dueCents, setPaymentStatus } from './invoices.ts'

export const PROVIDER = { type: 'stripe', code: 'simulated' } as const

export type Outcome = 'succeed' | 'fail' | 'require_action'

/** After a payment page was handed out the automatic attempt waits, so that nobody pays twice (CONTRACT 5). */
const PAYMENT_PAGE_GRACE_MS = 10 * 60_000

const providerId = (kind: string) => `${kind}_sandbox_${randomBytes(9).toString('hex')}`

export const newProviderCustomerId = () => providerId('cus')

/** A finalized invoice of a customer with a stored card is charged by itself, shortly after. */
export async function schedulePayment(transaction: Transaction, customer: CustomerRow, invoice: InvoiceRow) {
  const due = await dueCents(transaction, invoice)
  if (!customer.payment_provider || !customer.card || due <= 0 || invoice.skip_charge) return
  await transaction.insert('payments', {
    invoice_id: invoice.id,
    customer_id: customer.id,
    amount_cents: due,
    amount_currency: invoice.currency,
    payable_payment_status: 'pending',
    status: 'scheduled',
    type: 'provider',
    card: customer.card,
    due_at: transaction.now,
  })
}

export async function postponeScheduledPayment(transaction: Transaction, invoice: InvoiceRow) {
  const scheduled = await transaction.find('payments', { invoice_id: invoice.id, status: 'scheduled' })
  if (!scheduled) return
  await transaction.update('payments', scheduled.id, {
    due_at: new Date(transaction.now.getTime() + PAYMENT_PAGE_GRACE_MS),
  })
}

/** What the operator ordered for the next payment; an order other than `succeed` counts once. */
async function takeOutcome(transaction: Transaction): Promise<Outcome> {
  const [row] = await transaction.query<{ next_payment: Outcome }>(
    'select next_payment from sandbox_state for update',
  )
  await transaction.query("update sandbox_state set next_payment = 'succeed'")
  return row!.next_payment
}

const DECLINED = {
  id: null,
  status: 'card_declined',
  error: 'Your card was declined.',
}

export function paymentFailureWebhook(
  transaction: Transaction,
  customer: CustomerRow,
  invoice: InvoiceRow,
  problem: { provider_error?: unknown; error_details?: unknown },
) {
  transaction.webhook('invoice.payment_failure', 'payment_provider_invoice_payment_error', invoice.id, () =>
    Promise.resolve({
      lago_invoice_id: invoice.id,
      lago_customer_id: customer.id,
      external_customer_id: customer.external_id,
      provider_customer_id: customer.provider_customer_id,
      payment_provider: customer.payment_provider,
      payment_provider_code: customer.payment_provider_code,
      provider_error: problem.provider_error ?? null,
      error_details: problem.error_details ?? null,
    }),
  )
}

function paymentWebhook(transaction: Transaction, type: string, payment: PaymentRow) {
  transaction.webhook(`payment.${type}`, 'payment', payment.id, async () =>
    serializePayment(transaction, await transaction.get('payments', payment.id)),
  )
}

async function succeed(transaction: Transaction, invoice: InvoiceRow, payment: PaymentRow) {
  const paid = await transaction.update('payments', payment.id, {
    status: 'succeeded',
    payable_payment_status: 'succeeded',
    provider_payment_id: providerId('pi'),
    paid_at: transaction.now,
  })
  if (payment.type === 'provider') paymentWebhook(transaction, 'succeeded', paid)
  const total = invoice.total_paid_amount_cents + payment.amount_cents
  const due = (await dueCents(transaction, invoice)) - payment.amount_cents
  await setPaymentStatus(transaction, invoice, due <= 0 ? 'succeeded' : invoice.payment_status, {
    total_paid_amount_cents: total,
  })
}

async function fail(
  transaction: Transaction,
  customer: CustomerRow,
  invoice: InvoiceRow,
  payment: PaymentRow,
) {
  await transaction.update('payments', payment.id, {
    status: 'failed',
    payable_payment_status: 'failed',
    provider_payment_id: providerId('pi'),
  })
  paymentFailureWebhook(transaction, customer, invoice, {
    provider_error: { message: DECLINED.error, error_code: DECLINED.status },
  })
  await setPaymentStatus(transaction, invoice, 'failed')
}

/** Carries out one attempt with the outcome given. */
export async function settle(
  transaction: Transaction,
  customer: CustomerRow,
  invoice: InvoiceRow,
  payment: PaymentRow,
  outcome: Outcome,
) {
  if (outcome === 'succeed') return succeed(transaction, invoice, payment)
  if (outcome === 'fail') return fail(transaction, customer, invoice, payment)
  const waiting = await transaction.update('payments', payment.id, {
    status: 'requires_action',
    payable_payment_status: 'processing',
  })
  paymentWebhook(transaction, 'requires_action', waiting)
}

/** Attempts one scheduled payment; does nothing when the invoice was settled or voided in the meantime. */
export async function runScheduledPayment(transaction: Transaction, id: string) {
  const { customer_id } = await transaction.get('payments', id)
  const customer = await transaction.get('customers', customer_id)
  await transaction.lockCustomer(customer.external_id)
  const payment = await transaction.get('payments', id)
  if (payment.status !== 'scheduled') return
  const invoice = await transaction.get('invoices', payment.invoice_id)
  if (invoice.status !== 'finalized' || invoice.payment_status === 'succeeded') {
    await transaction.delete('payments', { id })
    return
  }
  await settle(transaction, customer, invoice, payment, await takeOutcome(transaction))
}

/** A payment on the simulated page. The outcome is the card's, unless the operator ordered another one. */
export async function payByCard(
  transaction: Transaction,
  customer: CustomerRow,
  invoice: InvoiceRow,
  card: Card,
  cardOutcome: Outcome,
): Promise<Outcome> {
  const ordered = await takeOutcome(transaction)
  const outcome = ordered === 'succeed' ? cardOutcome : ordered
  await transaction.delete('payments', { invoice_id: invoice.id, status: ['scheduled', 'requires_action'] })
  const payment = await transaction.insert('payments', {
    invoice_id: invoice.id,
    customer_id: customer.id,
    amount_cents: await dueCents(transaction, invoice),
    amount_currency: invoice.currency,
    payable_payment_status: 'processing',
    status: 'scheduled',
    type: 'provider',
    card,
    due_at: null,
  })
  if (outcome === 'succeed') await transaction.update('customers', customer.id, { card })
  await settle(transaction, customer, invoice, payment, outcome)
  return outcome
}

/** The answer to a 3-D Secure question. */
export async function confirmPayment(
  transaction: Transaction,
  customer: CustomerRow,
  invoice: InvoiceRow,
  approved: boolean,
) {
  const payment = await transaction.find('payments', { invoice_id: invoice.id, status: 'requires_action' })
  if (!payment) return
  if (approved) await transaction.update('customers', customer.id, { card: payment.card })
  await settle(transaction, customer, invoice, payment, approved ? 'succeed' : 'fail')
}
