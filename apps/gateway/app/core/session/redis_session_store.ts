import { hash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'
import type { Connection } from '@adonisjs/redis/types'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

interface StoredSession {
  renewedAt: number
  values: SessionData
}

/** The name under which Redis knows a session; who can read Redis cannot make a cookie of it. */
export const sessionKey = (sessionId: string) => `session:${hash('sha256', sessionId, 'base64url')}`

const now = () => Math.floor(Date.now() / 1000)

/**
 * Sessions in Redis. Remembers when a session was last renewed, so that a read-only request costs one GET and
 * extends the session only after a tenth of its lifetime.
 */
export class RedisSessionStore implements SessionStoreContract {
  readonly #redis: Connection
  readonly #lifetime: number
  #stored: StoredSession | null = null

  constructor(redis: Connection, age: string | number) {
    this.#redis = redis
    this.#lifetime = string.seconds.parse(age)
  }

  get isDueForRenewal() {
    return this.#stored !== null && now() - this.#stored.renewedAt > this.#lifetime / 10
  }

  /** False for an id that nothing is kept under: its session has ended, or never was. */
  get isKnown() {
    return this.#stored !== null
  }

  async read(sessionId: string) {
    const contents = await this.#redis.get(sessionKey(sessionId))
    this.#stored = contents ? (JSON.parse(contents) as StoredSession) : null
    return this.#stored?.values ?? null
  }

  async write(sessionId: string, values: SessionData) {
    const stored: StoredSession = { renewedAt: now(), values }
    await this.#redis.setex(sessionKey(sessionId), this.#lifetime, JSON.stringify(stored))
  }

  async destroy(sessionId: string) {
    await this.#redis.del(sessionKey(sessionId))
  }

  async touch(sessionId: string) {
    if (this.#stored) await this.write(sessionId, this.#stored.values)
  }
}
