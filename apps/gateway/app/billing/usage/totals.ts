import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { Counted } from '#billing/usage/meter'

type Metric = Counted['metric']

/** What has been written down of a metric since a day, that day included. */
export async function usedSince(
  organizationId: string,
  metric: Metric,
  from: DateTime,
  client: TransactionClientContract | typeof db = db,
) {
  const row = await client
    .from('usage_days')
    .where({ organization_id: organizationId, metric })
    .where('day', '>=', from.toISODate()!)
    .sum('count as used')
    .first()
  return Number(row.used ?? 0)
}
