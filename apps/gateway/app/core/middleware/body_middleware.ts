import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BadRequestException } from '#core/exceptions/bad_request_exception'

/** Deeper than anything we are told, and shallow enough for whatever walks through it after us. */
const deepest = 64

function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  if (depth === deepest) return false
  return Object.entries(value).every(([key, entry]) => isStorable(key) && isStorable(entry, depth + 1))
}

/** Goes through as it arrives, to whoever it is for. */
const isPassedOn = ({ route }: HttpContext) => route?.pattern.startsWith('/studio') ?? false

/**
 * Reads the body. What cannot be unpacked, is nested without end, or holds what Postgres does not store, a NUL byte or
 * half a character, comes from no honest client: refused here, it never becomes a server error.
 */
export default class BodyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (isPassedOn(ctx)) return next()
    const parser = await ctx.containerResolver.make(BodyParserMiddleware)
    const check = async () => {
      if (!isStorable(ctx.request.original())) {
        throw new BadRequestException({ key: 'errors.unclean_body' })
      }
      return next()
    }
    // Whatever fails further on is answered there and does not come by here.
    return parser.handle(ctx, check).catch((error: { status?: number }) => {
      if (error.status && error.status < 500) throw error
      throw new BadRequestException({ key: 'errors.unreadable_body', cause: error })
    })
  }
}
