import type { DateTime } from 'luxon'
import { round, sum, sumDecimals, toMajor } from '../billing/money.ts'
import { effectiveRate, feeTaxes, invoiceTaxes, type Priced } from '../billing/totals.ts'
import type {
  CreditRow,
  CustomerRow,
  FeeItem,
  FeeRow,
  InvoiceRow,
  InvoiceSubscriptionRow,
  TaxRow,
} from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeInvoice } from '../serializers/invoice.ts'
import { useCoupons } from './coupons.ts'
import { isoDay } from './dates.ts'
import { schedulePayment } from './payments.ts'
import { appliedTax } from './taxes.ts'
import { useWallets } from './wallets.ts'

/** A fee before it stands on an invoice. */
export interface FeeDraft extends Priced {
  row: Partial<FeeRow>
  taxes: TaxRow[]
  /** What coupons and wallets may be limited to. */
  planCode?: string
  metricCode?: string
}

/** Whose fees they are, and in which timezone their days begin. */
export interface Payer {
  transaction: Transaction
  customer: CustomerRow
  zone: string
}

/** What a fee is for, as invoices say it. */
export const itemOf = (
  item: Pick<FeeItem, 'type' | 'code' | 'name' | 'item_type'> & Partial<FeeItem>,
): FeeItem => ({
  description: null,
  invoice_display_name: item.name,
  filters: null,
  filter_invoice_display_name: null,
  lago_item_id: null,
  grouped_by: {},
  ...item,
})

export interface InvoiceDraft {
  customer: CustomerRow
  type: InvoiceRow['invoice_type']
  currency: string
  /** The billing day in the customer's timezone. */
  day: DateTime
  fees: FeeDraft[]
  subscriptions?: Omit<Partial<InvoiceSubscriptionRow>, 'invoice_id'>[]
  /** Coupons, credit notes and wallets reduce invoices of subscriptions only. */
  useCredits?: boolean
  webhook: 'invoice.created' | 'invoice.one_off_created' | 'invoice.paid_credit_added'
  purchaseOrderNumber?: string | null
  skipCharge?: boolean
}

/** Stores a fee with its taxes; without an invoice it is one that is never invoiced. */
export async function insertFee(
  transaction: Transaction,
  draft: FeeDraft,
  owner: { customer_id: string; currency: string; invoice_id: string | null },
) {
  const taxes = feeTaxes(draft)
  const precise = sumDecimals(taxes.map(({ amount }) => amount))
  return transaction.insert('fees', {
    precise_amount: toMajor(draft.amountCents, owner.currency).toFixed(),
    ...draft.row,
    invoice_id: owner.invoice_id,
    customer_id: owner.customer_id,
    amount_cents: draft.amountCents,
    amount_currency: owner.currency,
    precise_coupons_amount_cents: draft.couponsCents.toFixed(),
    taxes_amount_cents: round(precise),
    taxes_precise_amount_cents: precise.toFixed(),
    taxes_rate: sum(draft.taxes.map(({ rate }) => rate)),
    applied_taxes: taxes.map(({ tax, taxable, amount }) =>
      appliedTax(tax as TaxRow, taxable, amount, owner.currency),
    ),
  })
}

async function insertFees(transaction: Transaction, invoice: InvoiceRow, drafts: FeeDraft[]) {
  const { customer_id, currency } = invoice
  const fees: FeeRow[] = []
  for (const draft of drafts) {
    fees.push(await insertFee(transaction, draft, { customer_id, currency, invoice_id: invoice.id }))
  }
  return fees
}

/** Uses up available credit notes, oldest first, but never on the invoice they were issued for. */
async function useCreditNotes(transaction: Transaction, invoice: InvoiceRow, dueCents: number) {
  const notes = await transaction.list('credit_notes', {
    customer_id: invoice.customer_id,
    credit_status: 'available',
    currency: invoice.currency,
  })
  const used: { id: string; cents: number }[] = []
  let left = dueCents
  for (const note of notes) {
    const cents = Math.min(left, note.balance_amount_cents)
    if (cents <= 0 || note.invoice_id === invoice.id) continue
    const balance = note.balance_amount_cents - cents
    await transaction.update('credit_notes', note.id, {
      balance_amount_cents: balance,
      credit_status: balance === 0 ? 'consumed' : 'available',
    })
    used.push({ id: note.id, cents })
    left -= cents
  }
  return used
}

async function insertCredits(transaction: Transaction, invoice: InvoiceRow, credits: Partial<CreditRow>[]) {
  for (const credit of credits) {
    await transaction.insert('credits', {
      ...credit,
      invoice_id: invoice.id,
      amount_currency: invoice.currency,
    })
  }
}

const pad = (value: number) => String(value).padStart(3, '0')

/** The next number; its lock makes numbers gap-free (CONTRACT 3.13). */
async function nextNumber(transaction: Transaction, customer: CustomerRow, day: DateTime) {
  const { document_number_prefix: prefix, document_numbering } = transaction.organization
  const [row] = await transaction.query<{ own: number }>(
    'select coalesce(max(sequential_id), 0) + 1 as own from invoices where customer_id = $1',
    [customer.id],
  )
  const sequence = row!.own
  if (document_numbering === 'per_customer') {
    return { sequence, number: `${prefix}-${pad(customer.sequential_id)}-${pad(sequence)}` }
  }
  await transaction.lockCustomer('every invoice of the organization')
  const numbered = await transaction.query<{ count: number }>(
    'select count(*) as count from invoices where sequential_id is not null',
  )
  return { sequence, number: `${prefix}-${day.toFormat('yyyyMM')}-${pad(numbered[0]!.count + 1)}` }
}

const keepsZeroInvoice = (transaction: Transaction, { finalize_zero_amount_invoice }: CustomerRow) =>
  finalize_zero_amount_invoice === 'inherit'
    ? transaction.organization.finalize_zero_amount_invoice
    : finalize_zero_amount_invoice === 'finalize'

/** Turns fees into a finalized invoice: coupons, taxes, credit notes, wallets, number, payment (CONTRACT 3.11). */
export async function createInvoice(transaction: Transaction, draft: InvoiceDraft): Promise<InvoiceRow> {
  const { customer, currency, fees, day } = draft
  const term = customer.net_payment_term ?? transaction.organization.net_payment_term
  const feesCents = sum(fees.map(({ amountCents }) => amountCents))
  const visible = feesCents > 0 || keepsZeroInvoice(transaction, customer)
  const { sequence, number } = visible
    ? await nextNumber(transaction, customer, day)
    : { sequence: null, number: '' }

  const invoice = await transaction.insert('invoices', {
    customer_id: customer.id,
    sequential_id: sequence,
    number,
    invoice_type: draft.type,
    status: visible ? 'finalized' : 'closed',
    currency,
    issuing_date: isoDay(day),
    payment_due_date: isoDay(day.plus({ days: term })),
    net_payment_term: term,
    purchase_order_number: draft.purchaseOrderNumber ?? null,
    skip_charge: draft.skipCharge ?? false,
    finalized_at: transaction.now,
  })
  for (const row of draft.subscriptions ?? []) {
    await transaction.insert('invoice_subscriptions', { ...row, invoice_id: invoice.id })
  }

  const coupons =
    draft.useCredits && feesCents > 0 ? await useCoupons(transaction, customer, currency, fees) : []
  const couponsCents = sum(coupons.map(({ cents }) => cents))
  const taxes = invoiceTaxes(fees)
  const rows = await insertFees(transaction, invoice, fees)
  const excludingTaxes = feesCents - couponsCents
  const includingTaxes = excludingTaxes + taxes.totalCents
  const notes = draft.useCredits ? await useCreditNotes(transaction, invoice, includingTaxes) : []
  const notesCents = sum(notes.map(({ cents }) => cents))
  await insertCredits(transaction, invoice, [
    ...coupons.map(({ id, cents }) => ({ applied_coupon_id: id, amount_cents: cents, before_taxes: true })),
    ...notes.map(({ id, cents }) => ({ credit_note_id: id, amount_cents: cents, before_taxes: false })),
  ])
  for (const coupon of coupons) await coupon.countUse()
  const prepaid = draft.useCredits
    ? await useWallets(transaction, invoice, fees, rows, includingTaxes - notesCents)
    : { cents: 0, grantedCents: 0, purchasedCents: 0 }
  const total = includingTaxes - notesCents - prepaid.cents

  const totals = await transaction.update('invoices', invoice.id, {
    fees_amount_cents: feesCents,
    coupons_amount_cents: couponsCents,
    sub_total_excluding_taxes_amount_cents: excludingTaxes,
    taxes_amount_cents: taxes.totalCents,
    taxes_rate: effectiveRate(fees),
    applied_taxes: taxes.taxes.map(({ tax, taxable, amount }) =>
      appliedTax(tax as TaxRow, taxable, amount, currency),
    ),
    sub_total_including_taxes_amount_cents: includingTaxes,
    credit_notes_amount_cents: notesCents,
    prepaid_credit_amount_cents: prepaid.cents,
    prepaid_granted_credit_amount_cents: prepaid.grantedCents,
    prepaid_purchased_credit_amount_cents: prepaid.purchasedCents,
    total_amount_cents: total,
    payment_status: total > 0 ? 'pending' : 'succeeded',
  })
  if (visible) {
    transaction.webhook(draft.webhook, 'invoice', invoice.id, async () =>
      serializeInvoice(transaction, await transaction.get('invoices', invoice.id), 'full'),
    )
    await schedulePayment(transaction, customer, totals)
  }
  return totals
}
