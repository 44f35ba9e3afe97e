import type { CheckoutSessionRow, CustomerRow, InvoiceRow } from '../rows.ts'
import { randomToken, type Transaction } from '../sandbox.ts'

const DAY_MS = 86_400_000
const PORTAL_MS = DAY_MS / 2

async function newSession(
  transaction: Transaction,
  row: Pick<CheckoutSessionRow, 'mode' | 'customer_id'> & Partial<CheckoutSessionRow>,
  lifetimeMs: number,
) {
  const { token } = await transaction.insert('checkout_sessions', {
    ...row,
    token: randomToken(),
    expires_at: new Date(transaction.now.getTime() + lifetimeMs),
  })
  return token
}

/** The page that pays one invoice; it also keeps the card for later ones. */
export async function newPaymentUrl(transaction: Transaction, customer: CustomerRow, invoice: InvoiceRow) {
  const row = { mode: 'payment', customer_id: customer.id, invoice_id: invoice.id } as const
  return `${transaction.env.publicUrl}/checkout/${await newSession(transaction, row, DAY_MS)}`
}

/** The page that stores a card without paying anything. */
export async function newCheckoutUrl(transaction: Transaction, customer: CustomerRow) {
  const row = { mode: 'setup', customer_id: customer.id } as const
  return `${transaction.env.publicUrl}/checkout/${await newSession(transaction, row, DAY_MS)}`
}

export async function newPortalUrl(transaction: Transaction, customer: CustomerRow) {
  const row = { mode: 'portal', customer_id: customer.id } as const
  return `${transaction.env.publicUrl}/customer-portal/${await newSession(transaction, row, PORTAL_MS)}`
}
