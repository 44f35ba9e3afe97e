import type { HttpRequest } from '@adonisjs/core/http'
import { prefix } from '#config/api_keys'
import { BadRequestException } from '#core/exceptions/bad_request_exception'

/**
 * The bearer token of a request. One credential counts: where this is not null, cookies are ignored and CSRF does
 * not apply, whether the token turns out to be good or not, or is missing after the word.
 *
 * @throws BadRequestException for two of them, of which a proxy may have read the other
 */
export function bearerToken(request: HttpRequest) {
  if ((request.request.headersDistinct.authorization?.length ?? 0) > 1)
    throw new BadRequestException({ key: 'errors.two_authorizations' })
  const match = request.header('authorization')?.match(/^bearer(?:\s+(.*))?$/i)
  return match ? (match[1] ?? '') : null
}

/** Whether the bearer token of a request is meant as an API key, good or not. */
export const showsApiKey = (request: HttpRequest) => bearerToken(request)?.startsWith(prefix) ?? false
