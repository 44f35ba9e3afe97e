import { createHash, randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'

const cookie = 'gantry_magic_link'

const hashOf = (mark: string) => createHash('sha256').update(mark).digest('base64url')

/**
 * Marks the browser that asks for a link for as long as the link works, so that nobody else who reads the mail comes in
 * by it.
 *
 * @returns what the link is bound to
 */
export function markBrowser({ response }: Pick<HttpContext, 'response'>) {
  const mark = randomBytes(32).toString('base64url')
  response.cookie(cookie, mark, {
    path: '/api/auth/magic-link',
    maxAge: '15m',
    httpOnly: true,
    secure: env.get('SESSION_COOKIE_SECURE'),
    sameSite: 'lax',
  })
  return hashOf(mark)
}

/** What a link is bound to that this browser has asked for. */
export function markOf({ request }: Pick<HttpContext, 'request'>) {
  const mark: unknown = request.cookie(cookie)
  return typeof mark === 'string' ? hashOf(mark) : undefined
}
