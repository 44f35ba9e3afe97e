import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BadRequestException } from '#core/exceptions/bad_request_exception'

function containsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, entry]) => containsNul(key) || containsNul(entry))
}

/** Postgres stores no NUL byte and no honest client sends one: refused here, it never becomes a server error. */
export default class PlainTextMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (containsNul(request.original())) throw new BadRequestException('The request contains a NUL byte.')
    return next()
  }
}
