import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import type { LagoInvoice, LagoSubscription } from '#billing/lago'
import { time } from '#billing/mirror/time'
import Invoice from '#billing/models/invoice'
import { record } from '#ledger/record'

export interface PaymentTrouble {
  invoiceId: string
  reason: string
}

/** Invoices carry whole seconds, a subscription's start may carry milliseconds. */
const seconds = (moment: string) => Math.floor(Date.parse(moment) / 1000)

/** The plan that an invoice is for: Lago lists invoices without it, so it is the one that had begun last. */
function planOf(invoice: LagoInvoice, subscriptions: LagoSubscription[]) {
  if (invoice.invoice_type !== 'subscription') return null
  const begun = subscriptions
    .flatMap(({ plan_code: code, started_at: start }) => (start ? [{ code, start: seconds(start) }] : []))
    .filter(({ start }) => start <= seconds(invoice.created_at))
  return begun.sort((one, other) => one.start - other.start).at(-1)?.code ?? null
}

const isFinal = ({ status }: LagoInvoice) => status === 'finalized' || status === 'voided'

export class InvoiceCopies {
  constructor(
    private trx: TransactionClientContract,
    private organizationId: string,
  ) {}

  async bringUpToDate(sources: LagoInvoice[], subscriptions: LagoSubscription[], trouble?: PaymentTrouble) {
    const { trx: client, organizationId } = this
    const known = await Invoice.query({ client }).where({ organizationId })

    // Lago lists the newest first; the ledger tells them in the order in which they came.
    for (const source of sources.filter(isFinal).reverse()) {
      const invoice = known.find(({ id }) => id === source.lago_id) ?? new Invoice()
      const before = invoice.$isPersisted ? invoice.paymentStatus : null
      if (trouble?.invoiceId === source.lago_id) invoice.paymentError = trouble.reason

      const planCode = planOf(source, subscriptions)
      await this.#take(invoice, source).merge({ planCode }).useTransaction(client).save()
      await this.#record(invoice, before)
    }
  }

  #take(invoice: Invoice, source: LagoInvoice) {
    return invoice.merge({
      id: source.lago_id,
      organizationId: this.organizationId,
      number: source.number,
      type: source.invoice_type,
      status: source.status,
      paymentStatus: source.payment_status,
      paymentError: source.payment_status === 'succeeded' ? null : (invoice.paymentError ?? null),
      issuedOn: time(source.issuing_date),
      dueOn: time(source.payment_due_date),
      overdue: source.payment_overdue ?? false,
      totalCents: source.total_amount_cents,
      taxCents: source.taxes_amount_cents,
      currency: source.currency,
      issuedAt: time(source.created_at),
    })
  }

  async #record(
    { id, number, totalCents, currency, paymentStatus, paymentError }: Invoice,
    before: string | null,
  ) {
    const { trx, organizationId } = this
    const entry = { organizationId, subject: ['invoice', id] as [string, string] }
    const metadata = { number, totalCents, currency }

    if (before === null) await record(trx, { ...entry, action: 'invoice.issued', metadata })
    if (before === paymentStatus || paymentStatus === 'pending') return
    if (paymentStatus === 'succeeded') return record(trx, { ...entry, action: 'invoice.paid', metadata })
    return record(trx, {
      ...entry,
      action: 'invoice.payment_failed',
      metadata: { ...metadata, reason: paymentError },
    })
  }
}
