import db from '@adonisjs/lucid/services/db'
import { UsageDelivery } from '#billing/usage/usage_delivery'

export default async function deliverUsage() {
  await new UsageDelivery().run()
  await db.from('usage_events').whereRaw("sent_at < now() - interval '40 days'").delete()
}
