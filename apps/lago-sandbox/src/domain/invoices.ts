import { notAllowed } from '../errors.ts'
import type { InvoiceRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeInvoice } from '../serializers/invoice.ts'
import { giveBackCredits, settleTopUp, failTopUp } from './wallets.ts'

export async function offsetCents(transaction: Transaction, invoice: InvoiceRow) {
  const [row] = await transaction.query<{ total: number }>(
    `select coalesce(sum(offset_amount_cents), 0)::bigint as total from credit_notes
     where invoice_id = $1 and credit_status <> 'voided'`,
    [invoice.id],
  )
  return row!.total
}

/** What is still to be paid: total less payments and offsets, nothing on a voided invoice. */
export async function dueCents(transaction: Transaction, invoice: InvoiceRow) {
  if (invoice.status === 'voided') return 0
  return (
    invoice.total_amount_cents - invoice.total_paid_amount_cents - (await offsetCents(transaction, invoice))
  )
}

/** Changes who owes what; a webhook follows only when the status really changed. */
export async function setPaymentStatus(
  transaction: Transaction,
  invoice: InvoiceRow,
  status: InvoiceRow['payment_status'],
  changes: Partial<InvoiceRow> = {},
) {
  const updated = await transaction.update('invoices', invoice.id, {
    ...changes,
    payment_status: status,
    payment_overdue: status === 'succeeded' ? false : invoice.payment_overdue,
  })
  if (invoice.payment_status === status) return updated
  transaction.webhook('invoice.payment_status_updated', 'invoice', invoice.id, async () =>
    serializeInvoice(transaction, await transaction.get('invoices', invoice.id), 'payment'),
  )
  if (invoice.invoice_type === 'credit') {
    if (status === 'succeeded') await settleTopUp(transaction, invoice)
    if (status === 'failed') await failTopUp(transaction, invoice)
  }
  return updated
}

/** Gives consumed coupons, credit notes and prepaid credits back (CONTRACT 2.8). */
export async function voidInvoice(transaction: Transaction, invoice: InvoiceRow) {
  if (invoice.status !== 'finalized') throw notAllowed('not_voidable')
  const voided = await transaction.update('invoices', invoice.id, {
    status: 'voided',
    voided_at: transaction.now,
    payment_overdue: false,
  })
  for (const credit of await transaction.list('credits', { invoice_id: invoice.id })) {
    if (credit.credit_note_id)
      await giveBackCreditNote(transaction, credit.credit_note_id, credit.amount_cents)
    if (credit.applied_coupon_id) await giveBackCoupon(transaction, credit.applied_coupon_id)
  }
  await giveBackCredits(transaction, invoice)
  transaction.webhook('invoice.voided', 'invoice', invoice.id, async () =>
    serializeInvoice(transaction, await transaction.get('invoices', invoice.id), 'full'),
  )
  return voided
}

async function giveBackCreditNote(transaction: Transaction, id: string, cents: number) {
  const note = await transaction.get('credit_notes', id)
  if (note.credit_status === 'voided') return
  await transaction.update('credit_notes', id, {
    balance_amount_cents: note.balance_amount_cents + cents,
    credit_status: 'available',
  })
}

async function giveBackCoupon(transaction: Transaction, id: string) {
  const applied = await transaction.get('applied_coupons', id)
  const coupon = await transaction.get('coupons', applied.coupon_id)
  if (coupon.status === 'terminated') return
  await transaction.update('applied_coupons', id, {
    status: 'active',
    terminated_at: null,
    ...(applied.frequency === 'recurring'
      ? { frequency_duration_remaining: (applied.frequency_duration_remaining ?? 0) + 1 }
      : {}),
  })
}

/** Finalized, unpaid, undisputed invoices whose due day has passed for the customer (CONTRACT 3.13). */
export async function markOverdue(transaction: Transaction) {
  const overdue = await transaction.query<InvoiceRow & { external_id: string }>(
    `select invoices.*, customers.external_id
     from (select $1::timestamptz as instant, $2::text as zone) moment,
       invoices join customers on customers.id = invoices.customer_id
     where ${OVERDUE}`,
    [transaction.now, transaction.organization.timezone],
  )
  for (const { id, external_id } of overdue) {
    await transaction.lockCustomer(external_id)
    await transaction.update('invoices', id, { payment_overdue: true })
    transaction.webhook('invoice.payment_overdue', 'invoice', id, async () =>
      serializeInvoice(transaction, await transaction.get('invoices', id), 'overdue'),
    )
  }
}

/** Condition on `moment` (an instant and the organization's timezone), invoices and customers. */
export const OVERDUE = `
  invoices.status = 'finalized' and invoices.payment_status <> 'succeeded' and not invoices.payment_overdue
  and invoices.payment_dispute_lost_at is null
  and invoices.payment_due_date
    < (moment.instant at time zone coalesce(customers.timezone, moment.zone))::date`
