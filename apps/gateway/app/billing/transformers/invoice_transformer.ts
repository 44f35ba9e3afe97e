import { BaseTransformer } from '@adonisjs/core/transformers'
import type Invoice from '#billing/models/invoice'

export default class InvoiceTransformer extends BaseTransformer<Invoice> {
  toObject() {
    const { id, number, status, paymentStatus, paymentError, overdue, totalCents, currency } = this.resource
    return {
      id,
      number,
      status,
      paymentStatus,
      paymentError,
      overdue,
      issuedOn: this.resource.issuedOn.toISODate()!,
      dueOn: this.resource.dueOn?.toISODate() ?? null,
      totalCents,
      currency,
      pdfUrl: status === 'finalized' ? `/api/billing/invoices/${id}/pdf` : null,
    }
  }
}
