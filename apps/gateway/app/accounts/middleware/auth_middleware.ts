import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Impersonation } from '#accounts/impersonation'
import { bearerToken } from '#core/bearer'

/** A bearer token, once sent, is the only credential that counts; a bad one never falls back to the cookie. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const isSession = bearerToken(ctx.request) === null
    await ctx.auth.authenticateUsing([isSession ? 'web' : 'token'])
    ctx.impersonation = isSession ? await Impersonation.of(ctx) : undefined
    return next()
  }
}
