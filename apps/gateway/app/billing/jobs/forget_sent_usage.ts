import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** The sums of the days stay. A sent event is kept as long as somebody may ask what was on an invoice. */
export default async function forgetSentUsage() {
  await db
    .from('usage_events')
    .where('sent_at', '<', DateTime.utc().minus({ days: 100 }).toJSDate())
    .delete()
}
