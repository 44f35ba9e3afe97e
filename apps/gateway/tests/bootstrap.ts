import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import limiter from '@adonisjs/limiter/services/main'
import redis from '@adonisjs/redis/services/main'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { redisSessions } from '#tests/redis_sessions'

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient(),
  shieldApiClient(),
  authApiClient(app),
  redisSessions(),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [() => testUtils.db().migrate(), () => testUtils.db().seed()],
  teardown: [],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  suite.setup(() => testUtils.httpServer().start())
  suite.onTest((test) => test.setup(forgetAttempts))
  suite.onGroup((group) => group.tap((test) => test.setup(forgetAttempts)))
}

/** What an earlier test counted is not held against this one; they all come from the same address. */
async function forgetAttempts() {
  const counters = [...(await redis.keys('limit:*')), ...(await redis.keys('guesses:*'))]
  if (counters.length > 0) await redis.del(...counters)
  await limiter.clear(['memory'])
}
