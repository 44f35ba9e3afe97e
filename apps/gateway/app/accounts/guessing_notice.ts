import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { accountMark } from '#accounts/known_device'
import { addressee } from '#accounts/mailed_link'
import { record } from '#ledger/record'

const aDay = 24 * 60 * 60

/** Has the owner of an account told that somebody guesses, once a day; for an address without one, as much is done. */
export async function noticeGuessing(email: string, tries: number) {
  const isFirst = await redis.set(`guesses:told:${accountMark(email)}`, 1, 'EX', aDay, 'NX')
  if (!isFirst) return
  const subject = await addressee(email)
  await db.transaction((trx) =>
    record(trx, { action: 'user.guessing_noticed', subject, metadata: { tries } }),
  )
}
