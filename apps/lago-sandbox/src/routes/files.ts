import { Hono } from 'hono'
import { money } from '../checkout/layout.ts'
import { findById } from '../http.ts'
import { textPdf } from '../pdf.ts'
import type { CustomerRow, InvoiceRow } from '../rows.ts'
import type { Sandbox } from '../sandbox.ts'

/** Legal name, address and tax number, as far as they are known. */
function billTo({ name, external_id, profile }: CustomerRow) {
  const known = (...keys: string[]) => keys.flatMap((key) => (profile[key] ? [String(profile[key])] : []))
  return [
    `Bill to: ${known('legal_name')[0] ?? name ?? external_id}`,
    ...known('address_line1', 'address_line2'),
    known('zipcode', 'city', 'state', 'country').join(' '),
    ...known('tax_identification_number').map((number) => `Tax number: ${number}`),
  ].filter((line) => line !== '')
}

function taxLines({ applied_taxes, taxes_amount_cents, currency }: InvoiceRow) {
  if (applied_taxes.length === 0) return [`Tax: ${money(taxes_amount_cents, currency)}`]
  return applied_taxes.flatMap(({ tax_name, tax_rate, tax_description, amount_cents }) => [
    `${tax_name} (${tax_rate} %): ${money(amount_cents, currency)}`,
    ...(tax_description && Number(tax_rate) === 0 ? [tax_description] : []),
  ])
}

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
        ...billTo(customer),
        `Issued: ${invoice.issuing_date}    Due: ${invoice.payment_due_date}`,
        '',
        ...fees.map(
          ({ item, amount_cents }) => `${item.name ?? item.type}: ${money(amount_cents, currency)}`,
        ),
        '',
        `Subtotal: ${money(invoice.sub_total_excluding_taxes_amount_cents, currency)}`,
        ...taxLines(invoice),
        `Total: ${money(invoice.total_amount_cents, currency)}`,
        '',
        'This document comes from a billing sandbox. It is not an invoice.',
      ])
    })
    return c.body(pdf, 200, { 'content-type': 'application/pdf' })
  })
}
