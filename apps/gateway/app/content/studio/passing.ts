import type { IncomingHttpHeaders } from 'node:http'
import type { HttpRequest } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import env from '#start/env'

/** What Directus is told of a request. Its own credentials, and whatever else a client may think of, stay here. */
const asked = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-length',
  'content-type',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'range',
  'user-agent',
]

/** What the browser is told of an answer: no cookie, no hint at what runs behind, nothing that belongs to the connection. */
const answered = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'last-modified',
  'location',
  'retry-after',
  'vary',
]

/**
 * Doors of Directus that lead past us. Signing in is ours, and so is everything about a person; the Studio uses neither
 * GraphQL nor the others. It does ask which ways of signing in there are, and what is shared.
 */
const closed = /^\/(?:auth\/|(?:graphql|mcp|metrics|license|server\/specs)(?![\w-]))/

/** The Studio notes where somebody was. */
const noted = /^\/users\/me\/track\/page$/

/** Signs that some program reads as another path: encoded letters, digits, dots, slashes, percent signs and controls. */
const disguised = /%(?:[01]|2[5d-f]|3\d|4[1-9a-f]|5[\dacf]|6[1-9a-f]|7[\daef])|\/\//i

/** @throws NotFoundException for what is not passed on */
export function addressAtDirectus(request: HttpRequest) {
  const address = request.request.url ?? ''
  const url = new URL(address, 'http://studio')
  const path = url.pathname.slice('/studio'.length)
  const isPlain = address.startsWith(url.pathname) && !disguised.test(path)
  const isReading = ['GET', 'HEAD', 'SEARCH'].includes(request.method())
  // Directus takes capitals for small letters.
  const door = path.toLowerCase()
  const isPersonal = /^\/(?:users|shares)/.test(door) && !isReading && !noted.test(door)
  if (!isPlain || isPersonal || closed.test(door)) throw new NotFoundException()

  url.searchParams.delete('access_token')
  // Browsers ask for it at the root; Directus has it among the Studio's files.
  const place = path === '/favicon.ico' ? `/admin${path}` : path
  return new URL(`${env.get('CMS_URL')}${place}${url.search}`)
}

export function headersToDirectus(request: HttpRequest, token: string) {
  return {
    ...pick(request.request.headers, asked),
    authorization: `Bearer ${token}`,
    'x-forwarded-for': request.ip(),
    'x-request-id': request.id() ?? '',
  }
}

/** What Directus gives an age to may stay in the browser; nothing else is kept anywhere. */
export function headersToBrowser(headers: IncomingHttpHeaders) {
  const isKept = /\bmax-age=[1-9]/.test(headers['cache-control'] ?? '')
  return { ...pick(headers, answered), ...(!isKept && { 'cache-control': 'private, no-store' }) }
}

const pick = (headers: IncomingHttpHeaders, names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
