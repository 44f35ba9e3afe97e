import { setTimeout as sleep } from 'node:timers/promises'
import { Exception } from '@adonisjs/core/exceptions'
import type { ApplicationService } from '@adonisjs/core/types'
import env from '#start/env'

/**
 * Connects to Postgres and Redis before the first request. A store that is away does not keep the gateway from
 * starting, since requests answer 503 and recover by themselves; credentials that are wrong stop it.
 */
export default class StoresProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    // Code generation warms the application up without serving, and without any store.
    if (this.app.getMode() === 'warmup') return
    await Promise.all([this.#connectRedis(), this.#connectPostgres()])
  }

  async #connectRedis() {
    const redis = (await this.app.container.make('redis')).connection()
    const deadline = Date.now() + env.get('REDIS_CONNECT_TIMEOUT_MS')
    let refusal: string | undefined
    redis.on('error', ({ error }) => {
      if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/.test(error.message))
        refusal = error.message
    })
    while (!redis.isReady() && !refusal && Date.now() < deadline) await sleep(10)
    if (refusal) throw new Exception(`Redis refuses us: ${refusal}. Set REDIS_USERNAME and REDIS_PASSWORD.`)
  }

  async #connectPostgres() {
    const db = await this.app.container.make('lucid.db')
    await db.rawQuery('select 1').catch((error: { code?: string; message: string }) => {
      if (!/^(28...|3D000)$/.test(error.code ?? '')) return
      throw new Exception(`Postgres refuses us: ${error.message}. Set DB_USER, DB_PASSWORD and DB_DATABASE.`)
    })
  }
}
