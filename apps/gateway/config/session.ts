import { configProvider } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/session'
import env from '#start/env'

export default defineConfig({
  enabled: true,
  cookieName: 'gantry_session',
  clearWithBrowser: false,
  age: '14 days',
  cookie: { path: '/', httpOnly: true, secure: env.get('SESSION_COOKIE_SECURE'), sameSite: 'lax' },
  store: 'redis',
  stores: {
    redis: configProvider.create(async (app) => {
      const { RedisSessionStore } = await import('#core/session/redis_session_store')
      const redis = await app.container.make('redis')
      return (_, config) => new RedisSessionStore(redis.connection(), config.age)
    }),
  },
})
