import type { HttpContext } from '@adonisjs/core/http'
import type { EmitterService } from '@adonisjs/core/types'
import type { NextFn } from '@adonisjs/core/types/http'
import { Session } from '@adonisjs/session'
// Declares `ctx.session`.
import type {} from '@adonisjs/session/session_middleware'
import type { SessionConfig, SessionStoreFactory } from '@adonisjs/session/types'
import { bearerToken, showsApiKey } from '#core/bearer'
import { PersonRequiredException } from '#core/exceptions/api_key_exceptions'
import { BadRequestException } from '#core/exceptions/bad_request_exception'
import type { RedisSessionStore } from '#core/session/redis_session_store'

export type ResolvedSessionConfig = SessionConfig & {
  stores: { redis: (...args: Parameters<SessionStoreFactory>) => RedisSessionStore }
}

/**
 * The framework's session with one difference: it is written and its cookie sent only when it changed or when it is
 * due for renewal. The stock middleware does both on every request.
 */
export default class SessionMiddleware {
  constructor(
    private config: ResolvedSessionConfig,
    private emitter: EmitterService,
  ) {}

  /** @param need `'required'` on routes that mean nothing without a session, where a bearer token is a mistake */
  async handle(ctx: HttpContext, next: NextFn, need?: 'required') {
    if (bearerToken(ctx.request) !== null) {
      if (need && showsApiKey(ctx.request)) throw new PersonRequiredException()
      if (need) throw new BadRequestException({ key: 'errors.session_only' })
      return next()
    }

    const config = { ...this.config, cookie: { ...this.config.cookie } }
    const store = this.config.stores.redis(ctx, config)
    const session = new Session(config, () => store, this.emitter, ctx)
    ctx.session = session

    await session.initiate(false)
    await next()

    if (!session.hasBeenModified && !session.hasRegeneratedSession && !store.isDueForRenewal) return
    // The id of a session that ended is not used again: access tokens that ended with it would hold once more.
    if (!session.fresh && !store.isKnown) session.regenerate()
    if (!session.get('remember')) config.cookie.maxAge = undefined
    await session.commit()
    if (!session.isEmpty) return
    ctx.response.clearCookie(config.cookieName, config.cookie)
    // Its CSRF token is worth nothing any more; without it the next request of the page asks for a new one first.
    ctx.response.clearCookie('XSRF-TOKEN', this.config.cookie)
  }
}
