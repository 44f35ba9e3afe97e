import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import env from '#start/env'

/**
 * Internal routes answer on the internal listener alone, and that listener answers nothing else. The route's own
 * pattern decides, so no spelling of a path can change it.
 */
export default class ListenerMiddleware {
  handle({ request, route }: HttpContext, next: NextFn) {
    const onInternalListener = request.request.socket.localPort === env.get('INTERNAL_PORT')
    const isInternalRoute = route?.pattern.startsWith('/internal/') ?? false
    if (onInternalListener !== isInternalRoute) {
      throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    }
    return next()
  }
}
