import redis from '@adonisjs/redis/services/main'
import { uuidv7 } from 'uuidv7'
import { planOf } from '#billing/entitlements'
import { QuotaExceededException } from '#billing/exceptions/quota_exceeded_exception'
import { lagoTime } from '#billing/lago_clock'
import { type UsagePeriod, usagePeriod } from '#billing/usage/period'
import { usedSince } from '#billing/usage/totals'

/** What was counted and waits to be written down, oldest first. */
export const buffer = 'usage:buffer'

export interface Counted {
  id: string
  organizationId: string
  userId: string
  /** The key that it came with, where it was one. */
  apiKeyId?: string
  metric: 'api_calls'
  at: string
}

/**
 * Counts an API call, unless the plan has none left: then it is neither answered nor counted. The count is Redis';
 * should Redis have lost it, it goes on from what was written down.
 *
 * @throws QuotaExceededException
 */
export async function meterCall(organizationId: string, userId: string, apiKeyId?: string) {
  const [plan, period] = await Promise.all([planOf(organizationId), usagePeriod(organizationId)])
  const limit = plan.limit('api_calls')
  if (limit !== null) await spend(organizationId, limit, period)

  const counted: Counted = {
    id: uuidv7(),
    organizationId,
    userId,
    apiKeyId,
    metric: 'api_calls',
    at: lagoTime().toISO(),
  }
  await redis.rpush(buffer, JSON.stringify(counted))
}

/** One step for all processes: of many calls at once, no more pass than are left, and none that is refused is counted. */
const step = `
  local used = tonumber(redis.call('GET', KEYS[1]))
  if not used then return 'lost' end
  if used >= tonumber(ARGV[1]) then return 'spent' end
  redis.call('INCR', KEYS[1])
  return 'counted'
`

async function spend(organizationId: string, limit: number, { from, resetsAt }: UsagePeriod) {
  const key = `usage:calls:${organizationId}:${from.toISODate()}`
  const count = () => redis.eval(step, 1, key, limit)
  let outcome = await count()
  if (outcome === 'lost') {
    // By Lago's clock, which a rehearsal sets otherwise than that of Redis.
    const left = Math.ceil(resetsAt.plus({ days: 1 }).diff(lagoTime()).as('seconds'))
    await redis.set(key, await usedSince(organizationId, 'api_calls', from), 'EX', left, 'NX')
    outcome = await count()
  }
  if (outcome !== 'counted') throw new QuotaExceededException(limit, resetsAt)
}
