import db from '@adonisjs/lucid/services/db'
import type { Delivery } from '#ledger/jobs/deliver_event'

/** Given up by hand: the relay would make the job again otherwise. */
export default async function abandonDelivery({ eventId, subscriber }: Delivery) {
  await db
    .from('ledger_deliveries')
    .where({ event_id: eventId, subscriber })
    .whereNull('completed_at')
    .update({ failed_at: new Date(), failure: 'given up by an administrator' })
}
