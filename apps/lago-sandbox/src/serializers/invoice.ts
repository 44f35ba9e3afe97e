import { isoMillis, isoSeconds } from '../domain/dates.ts'
import { dueCents, offsetCents } from '../domain/invoices.ts'
import type { CreditRow, InvoiceRow, InvoiceSubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeCustomer } from './customer.ts'
import { serializeFee } from './fee.ts'
import { serializeSubscription } from './subscription.ts'

/**
 * How much an answer carries (CONTRACT 2.8, 4.3): a list has customer, metadata and taxes; a single invoice everything;
 * webhooks about payments something in between.
 */
export type InvoiceDetail = 'list' | 'full' | 'payment' | 'overdue' | 'customer'

async function attributes(transaction: Transaction, invoice: InvoiceRow) {
  const { publicUrl } = transaction.env
  return {
    lago_id: invoice.id,
    billing_entity_code: 'default',
    sequential_id: invoice.sequential_id,
    number: invoice.number,
    purchase_order_number: invoice.purchase_order_number,
    issuing_date: invoice.issuing_date,
    payment_due_date: invoice.payment_due_date,
    net_payment_term: invoice.net_payment_term,
    invoice_type: invoice.invoice_type,
    status: invoice.status,
    payment_status: invoice.payment_status,
    payment_dispute_lost_at: isoMillis(invoice.payment_dispute_lost_at),
    payment_overdue: invoice.payment_overdue,
    currency: invoice.currency,
    fees_amount_cents: invoice.fees_amount_cents,
    taxes_amount_cents: invoice.taxes_amount_cents,
    progressive_billing_credit_amount_cents: 0,
    coupons_amount_cents: invoice.coupons_amount_cents,
    credit_notes_amount_cents: invoice.credit_notes_amount_cents,
    sub_total_excluding_taxes_amount_cents: invoice.sub_total_excluding_taxes_amount_cents,
    sub_total_including_taxes_amount_cents: invoice.sub_total_including_taxes_amount_cents,
    total_amount_cents: invoice.total_amount_cents,
    total_due_amount_cents: await dueCents(transaction, invoice),
    total_paid_amount_cents: invoice.total_paid_amount_cents,
    total_offsetted_credit_note_amount_cents: await offsetCents(transaction, invoice),
    prepaid_credit_amount_cents: invoice.prepaid_credit_amount_cents,
    prepaid_granted_credit_amount_cents: invoice.prepaid_granted_credit_amount_cents,
    prepaid_purchased_credit_amount_cents: invoice.prepaid_purchased_credit_amount_cents,
    file_url: invoice.generated_at ? `${publicUrl}/files/invoices/${invoice.id}.pdf` : null,
    xml_url: null,
    web_url: null,
    version_number: 4,
    self_billed: false,
    created_at: isoSeconds(invoice.created_at),
    updated_at: isoSeconds(invoice.updated_at),
    voided_at: isoSeconds(invoice.voided_at),
  }
}

async function serializeCredit(transaction: Transaction, credit: CreditRow, invoice: InvoiceRow) {
  return {
    lago_id: credit.id,
    amount_cents: credit.amount_cents,
    amount_currency: credit.amount_currency,
    before_taxes: credit.before_taxes,
    item: credit.credit_note_id
      ? await creditNoteItem(transaction, credit.credit_note_id)
      : await couponItem(transaction, credit.applied_coupon_id!),
    invoice: { lago_id: invoice.id, payment_status: invoice.payment_status },
  }
}

async function creditNoteItem(transaction: Transaction, id: string) {
  const note = await transaction.get('credit_notes', id)
  const origin = await transaction.get('invoices', note.invoice_id)
  return {
    lago_item_id: note.id,
    type: 'credit_note',
    code: note.number,
    name: origin.number,
    description: note.description,
  }
}

async function couponItem(transaction: Transaction, id: string) {
  const applied = await transaction.get('applied_coupons', id)
  const coupon = await transaction.get('coupons', applied.coupon_id)
  return {
    lago_item_id: coupon.id,
    type: 'coupon',
    code: coupon.code,
    name: coupon.name,
    description: coupon.description,
  }
}

async function billingPeriod(transaction: Transaction, row: InvoiceSubscriptionRow) {
  const subscription = await transaction.get('subscriptions', row.subscription_id)
  return {
    lago_subscription_id: subscription.id,
    external_subscription_id: subscription.external_id,
    lago_plan_id: subscription.plan_id,
    subscription_from_datetime: isoSeconds(row.from_datetime),
    subscription_to_datetime: isoSeconds(row.to_datetime),
    charges_from_datetime: isoSeconds(row.charges_from_datetime),
    charges_to_datetime: isoSeconds(row.charges_to_datetime),
    fixed_charges_from_datetime: null,
    fixed_charges_to_datetime: null,
    invoicing_reason: row.invoicing_reason,
  }
}

async function each<Input, Output>(rows: Input[], serialize: (row: Input) => Promise<Output>) {
  const result: Output[] = []
  for (const row of rows) result.push(await serialize(row))
  return result
}

/** One entry per subscription, although an upgrade may bill the same external id twice. */
async function invoicedSubscriptions(transaction: Transaction, rows: InvoiceSubscriptionRow[]) {
  const ids = [...new Set(rows.map(({ subscription_id }) => subscription_id))]
  return each(ids, async (id) =>
    serializeSubscription(transaction, await transaction.get('subscriptions', id)),
  )
}

export async function serializeInvoice(transaction: Transaction, invoice: InvoiceRow, detail: InvoiceDetail) {
  const has = (...details: InvoiceDetail[]) => details.includes(detail)
  const customer = await transaction.get('customers', invoice.customer_id)
  const where = { invoice_id: invoice.id }
  const links = has('full') ? await transaction.list('invoice_subscriptions', where) : []
  return {
    ...(await attributes(transaction, invoice)),
    customer: await serializeCustomer(transaction, customer),
    ...(has('full')
      ? {
          billing_periods: await each(links, (row) => billingPeriod(transaction, row)),
          subscriptions: await invoicedSubscriptions(transaction, links),
        }
      : {}),
    ...(has('full', 'payment', 'overdue')
      ? {
          fees: await each(await transaction.list('fees', where), (fee) => serializeFee(transaction, fee)),
        }
      : {}),
    ...(has('full')
      ? {
          credits: await each(await transaction.list('credits', where), (credit) =>
            serializeCredit(transaction, credit, invoice),
          ),
          error_details: [],
          applied_invoice_custom_sections: [],
        }
      : {}),
    ...(has('full', 'list') ? { metadata: invoice.metadata } : {}),
    ...(has('full', 'list', 'overdue')
      ? {
          applied_taxes: invoice.applied_taxes.map(({ base_amount_cents, ...tax }) => ({
            ...tax,
            lago_invoice_id: invoice.id,
            fees_amount_cents: base_amount_cents,
            created_at: isoSeconds(invoice.created_at),
          })),
        }
      : {}),
  }
}
