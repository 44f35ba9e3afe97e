import { InvoiceSchema } from '#database/schema'

export default class Invoice extends InvoiceSchema {
  static override selfAssignPrimaryKey = true

  /** The newest first. */
  static of(organizationId: string) {
    return this.query().where({ organizationId }).orderBy('issued_at', 'desc').orderBy('id')
  }

  /** What is owed, the oldest first. Credit that is bought is not: who does not pay it does not get it. */
  static open(organizationId: string) {
    return this.query()
      .where({ organizationId, status: 'finalized' })
      .whereNot('type', 'credit')
      .whereNot('payment_status', 'succeeded')
      .where('total_cents', '>', 0)
      .orderBy('issued_at')
      .orderBy('id')
  }

  static paid(organizationId: string) {
    return this.query().where({ organizationId, payment_status: 'succeeded' }).where('total_cents', '>', 0)
  }
}
