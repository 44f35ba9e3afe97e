import { randomUUID } from 'node:crypto'
import redis from '@adonisjs/redis/services/main'
// Declares `withSession`.
import type {} from '@adonisjs/session/plugins/api_client'
import { ApiClient, ApiRequest } from '@japa/api-client'
import type { PluginFn } from '@japa/runner/types'
import { RedisSessionStore } from '#core/session/redis_session_store'

/**
 * Lets `loginAs` and `withCsrfToken` work on the sessions in Redis that the gateway reads; the framework's plugin
 * keeps sessions of its own in memory. A session cookie that the test has set is continued, not replaced.
 */
export const redisSessions = (): PluginFn => () => {
  const wanted = new WeakMap<ApiRequest, Record<string, unknown>>()

  ApiRequest.macro('withSession', function (this: ApiRequest, values: Record<string, unknown>) {
    wanted.set(this, { ...wanted.get(this), ...values })
    return this
  })

  ApiClient.onRequest((request) => {
    request.setup(async () => {
      const values = wanted.get(request)
      if (!values) return
      const store = new RedisSessionStore(redis.connection(), '1 hour')
      const sessionId = String(request.cookiesJar.gantry_session?.value ?? randomUUID())
      const existing = await store.read(sessionId)
      await store.write(sessionId, { ...existing, ...(values as object) })
      request.withCookie('gantry_session', sessionId)
    })
  })
}
