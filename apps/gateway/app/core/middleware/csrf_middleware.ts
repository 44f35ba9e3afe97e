import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/shield'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { bearerToken } from '#core/bearer'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Verifies the CSRF token of unsafe requests that count on a cookie. Shield itself would also put a secret into the
 * session of every reader; here only `GET /api/auth/csrf` does.
 */
export default class CsrfMiddleware {
  /** @param when `'when_cookie'` lets pass callers without a session cookie, who have nothing to be tricked with */
  async handle(ctx: HttpContext, next: NextFn, when?: 'when_cookie') {
    if (safeMethods.has(ctx.request.method()) || bearerToken(ctx.request) !== null) return next()
    if (when && ctx.session.fresh) return next()
    if (ctx.session.isEmpty) throw new errors.E_BAD_CSRF_TOKEN()

    const shield = await ctx.containerResolver.make(ShieldMiddleware)
    return shield.handle(ctx, next)
  }
}
