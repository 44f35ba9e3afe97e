import db from '@adonisjs/lucid/services/db'
import { queue } from '#core/queue/queues'

/** After this long an open delivery is queued again: Redis may have lost the job. Queued twice, it still runs once. */
const queueAgainAfter = '2 minutes'
const batchSize = 200

/**
 * Hands open deliveries to the queue, oldest first. A row is marked only after its job is stored, in a transaction
 * that keeps other relays off the same rows; dying in between queues it again under the same job id.
 *
 * @returns how many were handed over
 */
export async function relay() {
  return db.transaction(async (trx) => {
    const open = await trx
      .from('ledger_deliveries')
      .select('event_id', 'subscriber')
      .whereNull('completed_at')
      .whereNull('failed_at')
      .where((due) =>
        due.whereNull('queued_at').orWhereRaw(`queued_at < now() - interval '${queueAgainAfter}'`),
      )
      .orderByRaw('queued_at nulls first, event_id')
      .limit(batchSize)
      .forUpdate()
      .skipLocked()
    if (open.length === 0) return 0

    await queue('ledger').addBulk(
      open.map(({ event_id: eventId, subscriber }) => ({
        name: subscriber,
        data: { eventId, subscriber },
        opts: { jobId: `${eventId}-${subscriber}` },
      })),
    )
    await trx
      .from('ledger_deliveries')
      .whereIn(
        ['event_id', 'subscriber'],
        open.map((row) => [row.event_id, row.subscriber]),
      )
      .update({ queued_at: new Date() })
    return open.length
  })
}
