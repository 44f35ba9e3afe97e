import { configProvider } from '@adonisjs/core'
import { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { ApplicationService, ConfigProvider } from '@adonisjs/core/types'
import { uuidv7 } from 'uuidv7'
import { serialize } from '#core/envelope'
import SessionMiddleware, { type ResolvedSessionConfig } from '#core/middleware/session_middleware'
import { rememberingSignatures } from '#core/session/signed_cookies'

/** What every request of the API has: a request id, an envelope, a session that is written when it changed. */
export default class ApiProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(SessionMiddleware, async (resolver) => {
      const provider = this.app.config.get<ConfigProvider<ResolvedSessionConfig>>('session')
      const config = await configProvider.resolve<ResolvedSessionConfig>(this.app, provider)
      if (!config) throw new Error('config/session.ts does not export a session configuration.')
      return new SessionMiddleware(config, await resolver.make('emitter'))
    })
  }

  async boot() {
    HttpContext.instanceProperty('serialize', serialize)
    HttpRequest.macro('cookie', rememberingSignatures(HttpRequest.prototype.cookie))

    const { isTrustedProxy } = await import('#config/app')
    const isRequestId = /^[\w-]{8,64}$/

    // The framework takes any caller's X-Request-Id; only a trusted proxy's may enter logs and answers.
    HttpRequest.macro('id', function (this: HttpRequest) {
      const { headers, socket } = this.request
      const given = headers['x-request-id']
      if (requestIds.has(this)) return given as string

      requestIds.add(this)
      const isGood = typeof given === 'string' && isRequestId.test(given)
      if (!isGood || !isTrustedProxy(socket.remoteAddress ?? '')) headers['x-request-id'] = uuidv7()
      return headers['x-request-id'] as string
    })
  }
}

const requestIds = new WeakSet<HttpRequest>()
