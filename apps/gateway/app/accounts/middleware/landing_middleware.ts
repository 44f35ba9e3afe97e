import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Visit } from '#accounts/identity/visit'

/**
 * For addresses that a provider sends people to: what would be an error envelope becomes the page that they came from,
 * which says the same in words; a provider that is off is no address at all. Only the code travels, so that nobody can
 * put words of their own on our page.
 */
export default class LandingMiddleware {
  async handle({ params, request, response }: HttpContext, next: NextFn, entrance = '/login') {
    await next()
    const isGone = response.getStatus() === 404
    if (response.getStatus() < 400 || isGone) return

    const { code = 'E_INTERNAL' } = (response.getBody() ?? {}) as { code?: string }
    const visit = Visit.current({ request }, params.provider ?? params.organization)
    const page = visit?.purpose === 'connect' ? '/dashboard/settings/security' : entrance
    const query = new URLSearchParams({ problem: code, ...(visit && { next: visit.next }) })
    response.redirect(`${page}?${query}`)
    response.status(302)
  }
}
