import type { HttpContext } from '@adonisjs/core/http'

/** What is not published is kept by nobody on the way, and found by no search engine. */
export function keepPrivate({ response }: Pick<HttpContext, 'response'>) {
  response.header('Cache-Control', 'private, no-store')
  response.header('X-Robots-Tag', 'noindex, nofollow')
}
