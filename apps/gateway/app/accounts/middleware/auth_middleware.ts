import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { bearerToken } from '#core/bearer'

/** A bearer token, once sent, is the only credential that counts; a bad one never falls back to the cookie. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await ctx.auth.authenticateUsing([bearerToken(ctx.request) === null ? 'web' : 'token'])
    return next()
  }
}
