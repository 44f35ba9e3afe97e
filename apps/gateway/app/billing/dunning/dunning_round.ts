import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import { lago } from '#billing/lago'
import { lagoTime } from '#billing/lago_clock'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import Invoice from '#billing/models/invoice'
import PaymentTrouble from '#billing/models/payment_trouble'
import { record } from '#ledger/record'

/**
 * The next step with one organization that owes, if one is due: a new attempt with the card it has, then a mail if that
 * failed, in the end the suspension. A step is written down with what it says, so repeating it changes nothing; the day
 * is Lago's.
 */
export class DunningRound {
  constructor(private organizationId: string) {}

  run() {
    const { organizationId } = this
    return leased(organizationId, async (lease) => {
      await new CustomerMirror(organizationId, lease).refresh()
      const trouble = await PaymentTrouble.openOf(organizationId)
      if (trouble) await this.#proceed(trouble)
    })
  }

  async #proceed(trouble: PaymentTrouble) {
    const step = trouble.stepAt(lagoTime())
    if (step?.act === 'charge') return this.#chargeAgain(trouble, step.attempts)
    if (step?.act === 'remind') return this.#remind(trouble, step.reminders)
    if (step?.act === 'suspend') return this.#suspend(trouble)
  }

  /** What comes of it is read next time. */
  async #chargeAgain(trouble: PaymentTrouble, attempts: number) {
    for (const invoice of await Invoice.open(this.organizationId)) await lago.retryPayment(invoice.id)
    await trouble.merge({ attempts }).save()
  }

  #remind(trouble: PaymentTrouble, reminders: number) {
    return db.transaction(async (trx) => {
      await trouble.useTransaction(trx).merge({ reminders }).save()
      await this.#record(trx, 'payment.reminded', trouble)
    })
  }

  #suspend(trouble: PaymentTrouble) {
    return db.transaction(async (trx) => {
      await trouble.useTransaction(trx).merge({ suspendedAt: lagoTime() }).save()
      await this.#record(trx, 'organization.suspended', trouble)
    })
  }

  async #record(
    trx: TransactionClientContract,
    action: 'payment.reminded' | 'organization.suspended',
    trouble: PaymentTrouble,
  ) {
    const { organizationId } = this
    const [invoice] = await Invoice.open(organizationId).useTransaction(trx)
    if (!invoice) return
    const { number, totalCents, currency } = invoice
    const suspendsAt = trouble.suspendsAt.toUTC().toISO()!
    const metadata = { number, totalCents: Number(totalCents), currency, suspendsAt }
    await record(trx, { action, subject: ['invoice', invoice.id], organizationId, metadata })
  }
}
