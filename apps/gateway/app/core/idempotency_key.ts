import db from '@adonisjs/lucid/services/db'
import { IdempotencyConflictException } from '#core/exceptions/idempotency_exception'

interface Answer {
  status: number
  body: string | null
}

interface Row {
  fingerprint: string
  status: number | null
  body: string | null
}

/** What one user asked under one key, and what was answered. Kept for a day. */
export class IdempotencyKey {
  constructor(
    private userId: string,
    private key: string,
    private fingerprint: string,
  ) {}

  /** @returns whether the caller is the first, or takes over from a first one that was killed */
  async claim() {
    const { rowCount } = await db.rawQuery(
      `insert into idempotency_keys as kept (user_id, key, fingerprint, running_until)
       values (:userId, :key, :fingerprint, now() + interval '30 seconds')
       on conflict (user_id, key) do update
         set fingerprint = excluded.fingerprint, running_until = excluded.running_until,
             status = null, body = null, created_at = now()
       where kept.created_at < now() - interval '1 day'
          or (kept.status is null and kept.running_until < now() and kept.fingerprint = excluded.fingerprint)`,
      { userId: this.userId, key: this.key, fingerprint: this.fingerprint },
    )
    return rowCount > 0
  }

  /**
   * @returns the answer of the first request, or null while there is none
   * @throws IdempotencyConflictException when that one was another request
   */
  async answer(): Promise<Answer | null> {
    const row = (await this.#row().first()) as Row | null
    if (row && row.fingerprint !== this.fingerprint) throw new IdempotencyConflictException()
    return row && row.status !== null ? { status: row.status, body: row.body } : null
  }

  keep({ status, body }: Answer) {
    return this.#row().update({ status, body })
  }

  /** As if it had never been used: the request may be repeated. */
  forget() {
    return this.#row().delete()
  }

  static forgetOld() {
    return db.from('idempotency_keys').whereRaw("created_at < now() - interval '1 day'").delete()
  }

  #row() {
    return db.from('idempotency_keys').where({ user_id: this.userId, key: this.key })
  }
}
