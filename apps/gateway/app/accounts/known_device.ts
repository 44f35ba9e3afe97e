import { hash, randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'

const cookie = 'gantry_device'
const mostPeople = 10

/** Stands for an account where its address should not be read. */
export const accountMark = (email: string) => hash('sha256', email.trim().toLowerCase(), 'base64url')

/**
 * Notes in the browser, signed, that this person has signed in there. It proves nobody's identity; it only keeps what
 * strangers do elsewhere from being held against its owner.
 */
export function rememberDevice(ctx: Pick<HttpContext, 'request' | 'response'>, email: string) {
  const [id = randomBytes(16).toString('base64url'), ...people] = read(ctx)
  const mark = accountMark(email)
  const known = [mark, ...people.filter((other) => other !== mark)].slice(0, mostPeople)
  ctx.response.cookie(cookie, [id, ...known].join('.'), {
    path: '/api/auth',
    maxAge: '365d',
    httpOnly: true,
    secure: env.get('SESSION_COOKIE_SECURE'),
    sameSite: 'lax',
  })
}

/** The browser's own id, where this account has been signed in to in it before. */
export function knownDevice(ctx: Pick<HttpContext, 'request'>, email: string) {
  const [id, ...people] = read(ctx)
  return people.includes(accountMark(email)) ? id : undefined
}

function read({ request }: Pick<HttpContext, 'request'>) {
  const value: unknown = request.cookie(cookie)
  return typeof value === 'string' ? value.split('.') : []
}
