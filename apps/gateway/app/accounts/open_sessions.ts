import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { deviceOf } from '#accounts/device'
import type User from '#accounts/models/user'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { namedSessionKey, sessionsKey } from '#core/session/redis_session_store'
import { record } from '#ledger/record'

interface Kept {
  renewedAt: number
  values: {
    auth_web?: string
    impersonation?: object
    device?: { userAgent: string | null; ip: string; signedInAt: string }
  }
}

export interface OpenSession extends ReturnType<typeof deviceOf> {
  id: string
  /** Acting as this person; where from is the administrator's business. */
  isAdministrators: boolean
  ip: string | null
  signedInAt: string | null
  /** To the hour. */
  lastUsedAt: string
}

const mostShown = 100

/** The places where a person is signed in. What is deleted here is over with the next request, on every replica. */
export class OpenSessions {
  readonly #names: string

  constructor(private user: User) {
    this.#names = sessionsKey(user.id)
  }

  /** The one used last comes first. */
  async list(): Promise<OpenSession[]> {
    const names = await redis.zrevrange(this.#names, 0, mostShown - 1)
    if (names.length === 0) return []
    const kept = await redis.mget(names.map(namedSessionKey))
    return names.flatMap((id, index) => this.#open(id, kept[index]))
  }

  /** @throws NotFoundException for one that has ended, or is another person's */
  async end(id: string) {
    const session = (await this.list()).find((open) => open.id === id)
    if (!session) throw new NotFoundException()
    await db.transaction(async (trx) => {
      const { browser, system } = session
      await record(trx, {
        action: 'user.session_ended',
        subject: ['user', this.user.id],
        metadata: { browser, system },
      })
      await redis.multi().del(namedSessionKey(id)).zrem(this.#names, id).exec()
    })
  }

  /** Removes what sessions that have ended remember. */
  async forget() {
    const names = await redis.zrange(this.#names, 0, -1)
    await redis.del(...names.map(namedSessionKey), this.#names)
  }

  #open(id: string, contents: string | null | undefined): OpenSession[] {
    if (!contents) return []
    const { renewedAt, values } = JSON.parse(contents) as Kept
    if (values.auth_web !== `${this.user.id}.${this.user.sessionEpoch}`) return []
    const isAdministrators = values.impersonation !== undefined
    const { userAgent = null, ip = null, signedInAt = null } = (!isAdministrators && values.device) || {}
    return [
      {
        id,
        isAdministrators,
        ...deviceOf(userAgent),
        ip,
        signedInAt,
        lastUsedAt: new Date(renewedAt * 1000).toISOString(),
      },
    ]
  }
}
