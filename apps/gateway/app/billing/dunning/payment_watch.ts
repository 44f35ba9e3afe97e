import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import { lagoTime } from '#billing/lago_clock'
import Invoice from '#billing/models/invoice'
import PaymentTrouble from '#billing/models/payment_trouble'
import Subscription from '#billing/models/subscription'
import { record } from '#ledger/record'

/** Notices when an organization begins to owe for its plan, and when it no longer does; part of reading the mirror. */
export async function watchPayments(client: TransactionClientContract, organizationId: string) {
  const owing = await Subscription.query({ client }).where({ organizationId, status: 'past_due' }).first()
  const trouble = await PaymentTrouble.query({ client })
    .where({ organizationId })
    .whereNull('resolved_at')
    .first()
  if (owing && !trouble) await begin(client, organizationId)
  if (owing || !trouble) return

  await trouble.merge({ resolvedAt: lagoTime() }).save()
  if (!trouble.suspendedAt) return
  await record(client, {
    action: 'organization.restored',
    subject: ['organization', organizationId],
    organizationId,
  })
}

/** Whoever pays is told on the same day. */
async function begin(client: TransactionClientContract, organizationId: string) {
  const trouble = await PaymentTrouble.create({ organizationId, beganAt: lagoTime() }, { client })
  const invoice = await Invoice.open(organizationId).useTransaction(client).first()
  if (!invoice) return
  const { id, number, totalCents, currency } = invoice
  const suspendsAt = trouble.suspendsAt.toUTC().toISO()!
  await record(client, {
    action: 'payment.failed',
    subject: ['invoice', id],
    organizationId,
    metadata: { number, totalCents: Number(totalCents), currency, suspendsAt },
  })
}
