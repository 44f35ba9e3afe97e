import redis from '@adonisjs/redis/services/main'
import db from '@adonisjs/lucid/services/db'
import { writtenDownAfter } from '#config/api_keys'

const waiting = (id: string) => `api_key:${id}:calls`
const written = (id: string) => `api_key:${id}:written`

/** What is left waiting of a key that was deleted with its organization goes by itself. */
const forgottenAfter = 90 * 24 * 60 * 60

/** Counts a call. Of many in one minute, the first writes down what has come since the last time. */
export async function countUse(id: string) {
  const answers = await redis
    .pipeline()
    .incr(waiting(id))
    .expire(waiting(id), forgottenAfter)
    .set(written(id), 1, 'EX', writtenDownAfter, 'NX')
    .exec()
  if (answers?.[2]?.[1] === 'OK') await writeDown(id)
}

async function writeDown(id: string) {
  const count = Number(await redis.getdel(waiting(id)))
  await db
    .from('api_keys')
    .where({ id })
    .update({ last_used_at: new Date(), calls: db.raw('calls + ?', [count]) })
}

/** Calls that are counted and not written down yet, in the order of the keys. */
export async function callsWaiting(ids: string[]) {
  if (ids.length === 0) return []
  const counts = await redis.mget(ids.map(waiting))
  return counts.map(Number)
}
