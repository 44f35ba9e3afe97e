import db from '@adonisjs/lucid/services/db'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Holds a table, so that whoever comes to it waits there and can be met in the middle of what they do.
 *
 * @param keepsOut who writes, or who reads too
 */
export async function hold(table: string, keepsOut: 'writers' | 'everybody' = 'writers') {
  const trx = await db.transaction()
  await trx.rawQuery(`lock table "${table}" in ${keepsOut === 'writers' ? 'share' : 'access exclusive'} mode`)

  const waiting = async () => {
    const { rows } = await trx.rawQuery<{ rows: { count: number }[] }>(
      'select count(*)::int from pg_locks where relation = ?::regclass and not granted',
      [table],
    )
    return rows[0]!.count
  }
  return {
    async reached(by = 1) {
      while ((await waiting()) < by) await sleep(20)
    },
    release: () => trx.rollback(),
  }
}
