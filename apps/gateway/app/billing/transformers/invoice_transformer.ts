import { BaseTransformer } from '@adonisjs/core/transformers'
import type Invoice from '#billing/models/invoice'
import { troubleIn } from '#billing/payment_trouble'

export default class InvoiceTransformer extends BaseTransformer<Invoice> {
  toObject() {
    const { id, number, status, paymentStatus, paymentError, overdue, totalCents, currency } = this.resource
    return {
      id,
      number,
      status,
      paymentStatus,
      paymentError: paymentError && troubleIn(paymentError),
      overdue,
      issuedOn: this.resource.issuedOn.toISODate()!,
      dueOn: this.resource.dueOn?.toISODate() ?? null,
      totalCents,
      currency,
      pdfUrl: status === 'finalized' ? `/api/billing/invoices/${id}/pdf` : null,
    }
  }
}
