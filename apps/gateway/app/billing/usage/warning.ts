import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import { planOf } from '#billing/entitlements'
import { usagePeriod } from '#billing/usage/period'
import { usedSince } from '#billing/usage/totals'
import { warnings } from '#config/usage'
import { record } from '#ledger/record'

/** Records, once a period, that a share of the limit has been reached; a mail follows. */
export async function warnIfNear(trx: TransactionClientContract, organizationId: string) {
  const limit = (await planOf(organizationId)).limit('api_calls')
  if (!limit) return

  const { from, resetsAt } = await usagePeriod(organizationId)
  const used = await usedSince(organizationId, 'api_calls', from, trx)
  // The highest alone: who jumps over the first warning needs no two.
  const percent = warnings.findLast((share) => used * 100 >= limit * share)
  if (percent === undefined || !(await isNew(trx, organizationId, from.toISODate()!, percent))) return
  await record(trx, {
    action: 'usage.near_limit',
    subject: ['organization', organizationId],
    organizationId,
    metadata: { metric: 'api_calls', percent, used, limit, resetsAt: resetsAt.toISO()! },
  })
}

async function isNew(trx: TransactionClientContract, organizationId: string, from: string, percent: number) {
  const inserted = (await trx
    .knexQuery()
    .table('usage_warnings')
    .insert({ organization_id: organizationId, metric: 'api_calls', period_start: from, percent })
    .onConflict(['organization_id', 'metric', 'period_start', 'percent'])
    .ignore()
    .returning('percent')) as unknown[]
  return inserted.length > 0
}
