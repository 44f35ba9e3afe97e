import db from '@adonisjs/lucid/services/db'
import {
  IdempotencyConflictException,
  IdempotencyLostException,
} from '#core/exceptions/idempotency_exception'

interface Answer {
  status: number
  body: string | null
}

interface Row extends Answer {
  fingerprint: string
  lost: boolean
}

/**
 * A change and its event are committed together, so a request that left no event has changed nothing in our database. What
 * it may have begun elsewhere is known there by an id of ours.
 */
const carriedOut = `exists (
  select from ledger_events
  where actor_id = kept.user_id and request_id = kept.request_id and created_at >= kept.created_at
)`
const endedWithoutAnswer = 'kept.status is null and kept.running_until < now()'

/** What one user asked under one key, and what was answered. Kept for a day. */
export class IdempotencyKey {
  constructor(
    private userId: string,
    private key: string,
    private fingerprint: string,
    private requestId: string,
    private isResumable = false,
  ) {}

  /** @returns whether the caller is the first, or takes over from a first one that failed or was killed with nothing done */
  async claim() {
    const { rowCount } = await db.rawQuery(
      `insert into idempotency_keys as kept (user_id, key, fingerprint, request_id, running_until)
       values (:userId, :key, :fingerprint, :requestId, now() + interval '30 seconds')
       on conflict (user_id, key) do update
         set fingerprint = excluded.fingerprint, request_id = excluded.request_id,
             running_until = excluded.running_until, status = null, body = null, created_at = now()
       where kept.created_at < now() - interval '1 day'
          or (${endedWithoutAnswer} and kept.fingerprint = excluded.fingerprint
               and (:isResumable or not ${carriedOut}))`,
      {
        userId: this.userId,
        key: this.key,
        fingerprint: this.fingerprint,
        requestId: this.requestId,
        isResumable: this.isResumable,
      },
    )
    return rowCount > 0
  }

  /** Says that it is still running, so that nobody takes over from a slow one. */
  renew() {
    return this.#row().update({ running_until: db.raw("now() + interval '30 seconds'") })
  }

  /**
   * @returns the answer of the first request, or null while there is none
   * @throws IdempotencyConflictException when that one was another request
   * @throws IdempotencyLostException when it was carried out and nobody can tell any more what it answered
   */
  async answer(): Promise<Answer | null> {
    const { rows } = await db.rawQuery<{ rows: Row[] }>(
      `select fingerprint, status, body, ${endedWithoutAnswer} and ${carriedOut} as lost
       from idempotency_keys as kept where user_id = :userId and key = :key`,
      { userId: this.userId, key: this.key },
    )
    const [row] = rows
    if (row && row.fingerprint !== this.fingerprint) throw new IdempotencyConflictException()
    if (row?.lost) throw new IdempotencyLostException()
    return row && row.status !== null ? { status: row.status, body: row.body } : null
  }

  keep({ status, body }: Answer) {
    return this.#row().update({ status, body })
  }

  /** It has failed, before or after it did something: whoever comes next asks the ledger. */
  release() {
    return this.#row().update({ running_until: new Date(0) })
  }

  /** As if it had never been used. */
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
