import { hash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'
import type { Connection } from '@adonisjs/redis/types'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

interface StoredSession {
  renewedAt: number
  values: SessionData
}

/** What a session is called where others may see it; nobody can make a cookie of it. */
export const sessionName = (sessionId: string) => hash('sha256', sessionId, 'base64url')

/** Where Redis has the session of that name. */
export const namedSessionKey = (name: string) => `session:${name}`

/** Where Redis has a session; who can read Redis cannot make a cookie of it. */
export const sessionKey = (sessionId: string) => namedSessionKey(sessionName(sessionId))

/** The names of all sessions of a person, each by when it was last written. */
export const sessionsKey = (userId: string) => `sessions:${userId}`

/** The guard keeps "<id>.<epoch>"; a session that nobody has signed in to is nobody's. */
const ownerOf = (values: SessionData) => /^[^.]+/.exec(String(values.auth_web ?? ''))?.[0]

const now = () => Math.floor(Date.now() / 1000)

/** How exactly a person can be told when a session was last used; reading it more often than that writes nothing. */
const renewedEvery = 60 * 60

/**
 * Sessions in Redis. Remembers when a session was last renewed, so that a read-only request costs one GET and
 * extends the session once an hour. Whose it is, is kept beside it, so that a person can be shown all of theirs.
 */
export class RedisSessionStore implements SessionStoreContract {
  readonly #redis: Connection
  readonly #lifetime: number
  #stored: StoredSession | null = null
  #storedAs = ''
  #storedOwner?: string

  constructor(redis: Connection, age: string | number) {
    this.#redis = redis
    this.#lifetime = string.seconds.parse(age)
  }

  get isDueForRenewal() {
    return this.#stored !== null && now() - this.#stored.renewedAt > renewedEvery
  }

  /** False for an id that nothing is kept under: its session has ended, or never was. */
  get isKnown() {
    return this.#stored !== null
  }

  async read(sessionId: string) {
    const contents = await this.#redis.get(sessionKey(sessionId))
    this.#stored = contents ? (JSON.parse(contents) as StoredSession) : null
    this.#storedAs = sessionId
    // Now, because the framework changes the values that it is given.
    this.#storedOwner = this.#stored ? ownerOf(this.#stored.values) : undefined
    return this.#stored?.values ?? null
  }

  async write(sessionId: string, values: SessionData) {
    const stored: StoredSession = { renewedAt: now(), values }
    const written = this.#redis.multi()
    const set = [sessionKey(sessionId), JSON.stringify(stored), 'EX', this.#lifetime] as const
    // One that was ended while this request ran stays ended.
    if (this.#stored && this.#storedAs === sessionId) written.set(...set, 'XX')
    else written.set(...set)

    const owner = ownerOf(values)
    if (owner) {
      const sessions = sessionsKey(owner)
      written.zadd(sessions, Date.now(), sessionName(sessionId))
      // One that has not been written for so long has expired.
      written.zremrangebyscore(sessions, '-inf', Date.now() - this.#lifetime * 1000)
      written.expire(sessions, this.#lifetime)
    }
    await written.exec()
  }

  async destroy(sessionId: string) {
    const ended = this.#redis.multi().del(sessionKey(sessionId))
    if (this.#storedOwner && this.#storedAs === sessionId)
      ended.zrem(sessionsKey(this.#storedOwner), sessionName(sessionId))
    await ended.exec()
  }

  async touch(sessionId: string) {
    if (this.#stored) await this.write(sessionId, this.#stored.values)
  }
}
