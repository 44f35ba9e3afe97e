import db from '@adonisjs/lucid/services/db'
import { UnrecoverableError } from 'bullmq'
import { subscribers } from '#config/ledger'
import LedgerEvent from '#ledger/models/ledger_event'

export interface Delivery {
  eventId: string
  subscriber: keyof typeof subscribers
}

/**
 * Delivers one event to one subscriber. The delivery's row stays locked meanwhile: a second worker with the same job
 * waits and finds it done, a worker that dies lets go of the lock, and "delivered" is committed together with what the
 * subscriber wrote. Only an effect outside the database can happen twice, when the worker dies after it and before the commit.
 */
export default async function deliverEvent({ eventId, subscriber }: Delivery) {
  const { default: react } = await subscribers[subscriber].load()

  const delivered = db.transaction(async (trx) => {
    const delivery = trx.from('ledger_deliveries').where({ event_id: eventId, subscriber })
    // Not skipped while locked: the relay may have queued the job a moment before its own commit.
    const open = await delivery.clone().whereNull('completed_at').forUpdate().first()
    if (!open) return

    await react(await LedgerEvent.findOrFail(eventId, { client: trx }), trx)
    await delivery.update({ completed_at: new Date(), failed_at: null, failure: null })
  })
  await delivered.catch(async (error: Error) => {
    if (error instanceof UnrecoverableError) await markFailed({ eventId, subscriber }, error)
    throw error
  })
}

/** Keeps the relay from queueing again what can never be delivered; running the job again by hand still may. */
const markFailed = ({ eventId, subscriber }: Delivery, { message }: Error) =>
  db
    .from('ledger_deliveries')
    .where({ event_id: eventId, subscriber })
    .update({ failed_at: new Date(), failure: message })
