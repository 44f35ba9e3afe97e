import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import limiter from '@adonisjs/limiter/services/main'
import { attempts } from '#config/limiter'
import { networkOf, tellLimit } from '#core/middleware/limit_middleware'

/**
 * Limits mass registration and mails: attempts count per address and per account, the one signed in or the one named in
 * the body.
 */
export default class AttemptsMiddleware {
  async handle(ctx: HttpContext, next: NextFn, name: keyof typeof attempts) {
    const { request, response } = ctx
    const { perAddress, perAccount, duration } = attempts[name]
    const counters = [
      { key: `${name}:address:${networkOf(request.ip())}`, counter: counterFor(perAddress, duration) },
      { key: `${name}:account:${accountNamed(ctx)}`, counter: counterFor(perAccount, duration) },
    ]

    for (const { key, counter } of counters) {
      tellLimit(response, await counter.consume(key))
    }

    return next()
  }
}

const counterFor = (requests: number, duration: string) => limiter.use('redis', { requests, duration })

/** Hashed, so that nobody's e-mail address becomes the name of a Redis key. */
function accountNamed({ auth, request }: HttpContext) {
  const email: unknown = request.input('email')
  const named = typeof email === 'string' ? email.trim().toLowerCase() : networkOf(request.ip())
  const name = auth.user?.id ?? named
  return createHash('sha256').update(name).digest('base64url')
}
