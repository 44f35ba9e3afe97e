import { isIPv6 } from 'node:net'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import limiter from '@adonisjs/limiter/services/main'
import { limits } from '#config/limiter'

/** One subscriber usually holds a whole /64 of IPv6, so that is what counts as one address. */
export function networkOf(address: string) {
  if (!address.includes(':') || address.startsWith('::ffff:') || !isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  const prefix = [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
  return `${prefix.join(':')}::/64`
}

type Limit = keyof typeof limits

const counters = new Map<Limit, ReturnType<typeof limiter.use>>()

/** Made once: finding a counter by its options again costs more than counting. */
function counterOf(name: Limit) {
  const known = counters.get(name)
  if (known) return known

  const { store, requests, duration } = limits[name]
  const counter = limiter.use(store, { requests, duration })
  counters.set(name, counter)
  return counter
}

/** Tells the caller where they stand with a limit. */
export function tellLimit(
  response: HttpContext['response'],
  { limit, remaining, availableIn }: { limit: number; remaining: number; availableIn: number },
) {
  response.header('X-RateLimit-Limit', limit)
  response.header('X-RateLimit-Remaining', remaining)
  response.header('X-RateLimit-Reset', availableIn)
}

/** Counts the request against a limit of `config/limiter.ts` and tells the caller where they stand. */
export default class LimitMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn, name: Limit) {
    tellLimit(response, await counterOf(name).consume(`${name}:${networkOf(request.ip())}`))
    return next()
  }
}
