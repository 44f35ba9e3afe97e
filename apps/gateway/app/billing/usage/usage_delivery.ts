import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { lago, LagoRefusal } from '#billing/lago'
import { buffer, type Counted } from '#billing/usage/meter'
import { warnIfNear } from '#billing/usage/warning'

/** As many as Lago takes at once. */
const batchSize = 100

interface Waiting {
  id: string
  organization_id: string
  metric: string
  happened_at: Date
  quantity: number | null
}

/**
 * The way of counted calls: buffer, table, Lago. Each step can be repeated, because an event has its id from the moment
 * it was counted: the table takes it once, and so does Lago. Dying between any two of them loses and doubles nothing.
 */
export class UsageDelivery {
  async run() {
    while (await this.store()) {
      // More is waiting.
    }
    await this.dropUnbilled()
    while (await this.send()) {
      // More is waiting.
    }
  }

  /** @returns whether there may be more */
  async store() {
    const raw = await this.peek()
    await this.keep(raw.map((text) => JSON.parse(text) as Counted))
    await this.forget(raw)
    return raw.length === batchSize
  }

  peek() {
    return redis.lrange(buffer, 0, batchSize - 1)
  }

  /** By name and not by place: a second worker may have taken the same ones away already. */
  async forget(raw: string[]) {
    for (const text of raw) await redis.lrem(buffer, 1, text)
  }

  /** Writes down what is not written down yet, with the sums of its days. */
  async keep(counted: Counted[]) {
    if (counted.length === 0) return
    await db.transaction(async (trx) => {
      const fresh = await this.#insert(trx, counted)
      await this.#add(trx, fresh)
      for (const id of new Set(fresh.map(({ organizationId }) => organizationId))) await warnIfNear(trx, id)
    })
  }

  async #insert(trx: TransactionClientContract, counted: Counted[]) {
    const known = await trx
      .from('organizations')
      .select('id')
      .whereIn('id', [...new Set(counted.map(({ organizationId }) => organizationId))])
    const ids = new Set(known.map(({ id }) => id as string))
    const rows = counted
      .filter(({ organizationId }) => ids.has(organizationId))
      .map(({ id, organizationId, apiKeyId = null, metric, at }) => ({
        id,
        organization_id: organizationId,
        api_key_id: apiKeyId,
        metric,
        happened_at: at,
      }))
    if (rows.length === 0) return []
    const inserted = (await trx
      .knexQuery()
      .table('usage_events')
      .insert(rows)
      .onConflict('id')
      .ignore()
      .returning('id')) as { id: string }[]
    const fresh = new Set(inserted.map(({ id }) => id))
    return counted.filter(({ id }) => fresh.has(id))
  }

  async #add(trx: TransactionClientContract, fresh: Counted[]) {
    const sums = Map.groupBy(fresh, ({ organizationId, userId, metric, at }) =>
      [organizationId, userId, metric, at.slice(0, 10)].join(),
    )
    // In one order everywhere, so that two writers never wait for each other.
    for (const key of [...sums.keys()].sort()) {
      await trx.rawQuery(
        `insert into usage_days as known (organization_id, user_id, metric, day, count)
         select :organizationId, id, :metric, :day, :count from users where id = :userId
         on conflict (organization_id, metric, day, user_id) do update set count = known.count + excluded.count`,
        {
          ...sums.get(key)![0]!,
          day: sums.get(key)![0]!.at.slice(0, 10),
          count: sums.get(key)!.length,
        },
      )
    }
  }

  /** Whoever has never been a customer has nothing to be billed for. */
  dropUnbilled() {
    return db
      .from('usage_events')
      .whereNull('sent_at')
      .whereNotIn('organization_id', db.from('billing_customers').select('organization_id'))
      .update({ sent_at: new Date() })
  }

  /** @returns whether there may be more */
  async send() {
    const waiting: Waiting[] = await db
      .from('usage_events')
      .select('id', 'organization_id', 'metric', 'happened_at', 'quantity')
      .whereNull('sent_at')
      .orderBy('id')
      .limit(batchSize)
    if (waiting.length === 0) return false

    const refused = await this.transmit(waiting)
    await this.markSent(waiting.filter(({ id }) => !refused.has(id)).map(({ id }) => id))
    for (const [id, refusal] of refused) {
      const known = refusal.includes('value_already_exist')
      await db
        .from('usage_events')
        .where({ id })
        .update({ sent_at: new Date(), refusal: known ? null : refusal })
    }
    return waiting.length === batchSize
  }

  markSent(ids: string[]) {
    return db.from('usage_events').whereIn('id', ids).update({ sent_at: new Date() })
  }

  /**
   * Hands events to Lago, which takes all of a batch or none; what it names as refused is left out of the next try.
   *
   * @returns why, of those that it will never take
   */
  async transmit(waiting: Waiting[]) {
    const refused = new Map<string, string>()
    let left = waiting
    while (left.length > 0) {
      const problems = await lago.sendEvents(left.map(toLago)).then(
        () => null,
        (error: unknown) => {
          if (!(error instanceof LagoRefusal) || !error.body?.error_details) throw error
          return error.body.error_details
        },
      )
      if (!problems) break
      const named = left.filter((_, index) => String(index) in problems)
      if (named.length === 0) throw new Error(`Lago refused usage: ${JSON.stringify(problems)}`)
      for (const [index, event] of left.entries())
        if (String(index) in problems) refused.set(event.id, JSON.stringify(problems[String(index)]))
      left = left.filter((event) => !named.includes(event))
    }
    return refused
  }
}

const toLago = ({ id, organization_id: organizationId, metric, happened_at: at, quantity }: Waiting) => ({
  transaction_id: id,
  external_subscription_id: organizationId,
  code: metric,
  timestamp: String(DateTime.fromJSDate(at).toSeconds()),
  ...(quantity !== null && { properties: { quantity } }),
})
