import { Hono } from 'hono'
import { money } from '../checkout/layout.ts'
import { findById } from '../http.ts'
import { textPdf } from '../pdf.ts'
import type { Sandbox } from '../sandbox.ts'

/** The documents that `file_url` points to; an unguessable id is the key to each, as with a signed URL. */
export function files(sandbox: Sandbox) {
  return new Hono().get('/invoices/:file{.+\\.pdf}', async (c) => {
    const id = c.req.param('file').replace(/\.pdf$/, '')
    const pdf = await sandbox.transaction(async (transaction) => {
      const invoice = await findById(transaction, 'invoices', id, 'invoice')
      const customer = await transaction.get('customers', invoice.customer_id)
      const fees = await transaction.list('fees', { invoice_id: invoice.id })
      const { currency } = invoice
      return textPdf(`Invoice ${invoice.number}`, [
        transaction.organization.name,
        `Bill to: ${customer.name ?? customer.external_id}`,
        `Issued: ${invoice.issuing_date}    Due: ${invoice.payment_due_date}`,
        '',
        ...fees.map(
          ({ item, amount_cents }) => `${item.name ?? item.type}: ${money(amount_cents, currency)}`,
        ),
        '',
        `Subtotal: ${money(invoice.sub_total_excluding_taxes_amount_cents, currency)}`,
        `Tax: ${money(invoice.taxes_amount_cents, currency)}`,
        `Total: ${money(invoice.total_amount_cents, currency)}`,
        '',
        'This document comes from a billing sandbox. It is not an invoice.',
      ])
    })
    return c.body(pdf, 200, { 'content-type': 'application/pdf' })
  })
}
