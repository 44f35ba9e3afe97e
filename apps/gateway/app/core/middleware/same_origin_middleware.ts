import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'
import env from '#start/env'

const ours = new URL(env.get('APP_URL')).origin

/**
 * For programs that we pass on and that know nothing of our CSRF token: what counts on the cookie has to come from a page of
 * ours, as the browser itself says. Another site may lead people here, and nothing else.
 */
export default class SameOriginMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const site = request.header('sec-fetch-site')
    const isVisit = request.method() === 'GET' && request.header('sec-fetch-mode') === 'navigate'
    const isOwn = site ? ['same-origin', 'none'].includes(site) : this.#hasOwnOrigin(request)
    if (isOwn || isVisit) return next()
    throw new ForbiddenException({ key: 'errors.other_site' })
  }

  /** Browsers of before 2023, and scripts: a request that changes something, or opens a socket, names its origin. */
  #hasOwnOrigin(request: HttpContext['request']) {
    const origin = request.header('origin')
    return origin === undefined
      ? request.method() === 'GET' && request.header('upgrade') === undefined
      : origin === ours
  }
}
