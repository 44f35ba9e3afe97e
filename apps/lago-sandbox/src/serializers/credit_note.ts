import { decimalText } from '../billing/money.ts'
import { isoSeconds } from '../domain/dates.ts'
import type { CreditNoteRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeCustomer } from './customer.ts'
import { serializeFee } from './fee.ts'

export async function serializeCreditNote(transaction: Transaction, note: CreditNoteRow) {
  const invoice = await transaction.get('invoices', note.invoice_id)
  const items = []
  for (const item of await transaction.list('credit_note_items', { credit_note_id: note.id })) {
    items.push({
      lago_id: item.id,
      amount_cents: item.amount_cents,
      precise_amount_cents: decimalText(item.precise_amount_cents),
      amount_currency: item.amount_currency,
      fee: await serializeFee(transaction, await transaction.get('fees', item.fee_id)),
    })
  }
  return {
    lago_id: note.id,
    billing_entity_code: 'default',
    sequential_id: note.sequential_id,
    number: note.number,
    lago_invoice_id: note.invoice_id,
    invoice_number: invoice.number,
    purchase_order_number: invoice.purchase_order_number,
    issuing_date: note.issuing_date,
    credit_status: note.credit_amount_cents > 0 ? note.credit_status : null,
    refund_status: note.refund_status,
    reason: note.reason,
    description: note.description,
    currency: note.currency,
    total_amount_cents: note.total_amount_cents,
    precise_total_amount_cents: decimalText(note.precise_total_amount_cents),
    taxes_amount_cents: note.taxes_amount_cents,
    precise_taxes_amount_cents: decimalText(note.precise_taxes_amount_cents),
    sub_total_excluding_taxes_amount_cents: note.sub_total_excluding_taxes_amount_cents,
    balance_amount_cents: note.balance_amount_cents,
    credit_amount_cents: note.credit_amount_cents,
    refund_amount_cents: note.refund_amount_cents,
    offset_amount_cents: note.offset_amount_cents,
    coupons_adjustment_amount_cents: note.coupons_adjustment_amount_cents,
    taxes_rate: note.taxes_rate,
    created_at: isoSeconds(note.created_at),
    updated_at: isoSeconds(note.updated_at),
    file_url: null,
    xml_url: null,
    self_billed: false,
    customer: await serializeCustomer(transaction, await transaction.get('customers', note.customer_id)),
    items,
    applied_taxes: note.applied_taxes.map((tax) => ({
      ...tax,
      lago_credit_note_id: note.id,
      created_at: isoSeconds(note.created_at),
    })),
    error_details: [],
  }
}
