import type { HttpRequest } from '@adonisjs/core/http'

type ReadCookie = HttpRequest['cookie']

const maxKnown = 10_000

/**
 * Reads signed cookies and checks each signature once in this process: the same cookie under the same name stays
 * genuine. One check is three HMACs, and Node is slow to take in their keys; together they cost more than the rest
 * of reading a session. Only what proved genuine is remembered.
 */
export function rememberingSignatures(read: ReadCookie): ReadCookie {
  const genuine = new Map<string, string>()

  return function (this: HttpRequest, name: string, fallback?: string) {
    const cookie = `${name}=${this.cookiesList()[name]}`
    const known = genuine.get(cookie)
    if (known !== undefined) return known

    const value: unknown = read.call(this, name)
    if (typeof value !== 'string') return value ?? fallback
    if (genuine.size >= maxKnown) genuine.clear()
    genuine.set(cookie, value)
    return value
  }
}
