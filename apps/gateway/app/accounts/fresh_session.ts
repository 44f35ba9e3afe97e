import type { HttpContext } from '@adonisjs/core/http'

/**
 * Nothing of who sat here before stays, nor an id that somebody may have planted; the page's CSRF token does, and what
 * is named.
 */
export function freshSession(session: HttpContext['session'], ...stays: string[]) {
  const kept = ['csrf-secret', ...stays].map((key) => [key, session.get(key)] as const)
  session.clear()
  session.regenerate()
  for (const [key, value] of kept) if (value !== undefined) session.put(key, value)
}
