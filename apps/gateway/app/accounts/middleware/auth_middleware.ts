import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Impersonation } from '#accounts/impersonation'
import { goOnIn } from '#core/language'
import { bearerToken, showsApiKey } from '#core/bearer'

/** A bearer token, once sent, is the only credential that counts; a bad one never falls back to the cookie. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const guard = guardFor(ctx.request)
    goOnIn((await ctx.auth.authenticateUsing([guard])).language)
    ctx.impersonation = guard === 'web' ? await Impersonation.of(ctx) : undefined
    return next()
  }
}

function guardFor(request: HttpRequest) {
  if (bearerToken(request) === null) return 'web'
  return showsApiKey(request) ? 'api_key' : 'token'
}
