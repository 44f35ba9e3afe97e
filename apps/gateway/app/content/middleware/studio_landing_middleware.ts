import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Whoever opens the Studio in a browser and may not, or cannot now, gets a page that says why instead of an error envelope.
 * The programs in its pages get the envelope.
 */
export default class StudioLandingMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    await next()
    const isVisit = request.method() === 'GET' && request.header('sec-fetch-mode') === 'navigate'
    const { code } = (response.getBody() ?? {}) as { code?: string }
    if (!isVisit || !code) return

    const page =
      response.getStatus() === 401
        ? `/login?next=${encodeURIComponent(request.url(true))}`
        : `/dashboard/studio?problem=${code}`
    response.removeHeader('retry-after')
    response.redirect(page)
    response.status(302)
  }
}
