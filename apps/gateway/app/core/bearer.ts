import type { HttpRequest } from '@adonisjs/core/http'
import { prefix } from '#config/api_keys'

/**
 * The bearer token of a request. One credential counts: where this is not null, cookies are ignored and CSRF does
 * not apply, whether the token turns out to be good or not, or is missing after the word.
 */
export function bearerToken(request: HttpRequest) {
  const match = request.header('authorization')?.match(/^bearer(?:\s+(.*))?$/i)
  return match ? (match[1] ?? '') : null
}

/** Whether the bearer token of a request is meant as an API key, good or not. */
export const showsApiKey = (request: HttpRequest) => bearerToken(request)?.startsWith(prefix) ?? false
