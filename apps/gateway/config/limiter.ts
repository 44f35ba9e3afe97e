import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'
import env from '#start/env'

const limiterConfig = defineConfig({
  default: 'redis',
  stores: {
    redis: stores.redis({ keyPrefix: 'limit', rejectIfRedisNotReady: true }),
    memory: stores.memory({ keyPrefix: 'limit' }),
  },
})

export default limiterConfig

const requests = (count: number) => count * env.get('RATE_LIMIT_FACTOR')

/**
 * What a caller may do. Reads are counted in each process: a session check stays one Redis round trip, and public
 * pages are limited also while Redis is away. Everything that changes something is counted in Redis and refused
 * when Redis cannot count.
 */
export const limits = {
  reads: { store: 'memory', requests: requests(1_200), duration: '1 min' },
  /** Lago sends as fast as it bills, all from one address. */
  webhooks: { store: 'memory', requests: requests(12_000), duration: '1 min' },
  writes: { store: 'redis', requests: requests(120), duration: '1 min' },
  /** Each reads through a whole table. */
  exports: { store: 'redis', requests: requests(20), duration: '10 mins' },
  submissions: { store: 'redis', requests: requests(5), duration: '10 mins' },
} as const

/** Attempts, counted per address and per account; where the right password is given, it is not held against anyone. */
export const attempts = {
  login: { perAddress: requests(60), perAccount: requests(10), duration: '15 mins', forgivesSuccess: true },
  registration: {
    perAddress: requests(60),
    perAccount: requests(10),
    duration: '15 mins',
    forgivesSuccess: false,
  },
  /** Each sends a mail to whoever the address belongs to. */
  mails: { perAddress: requests(60), perAccount: requests(5), duration: '1 hour', forgivesSuccess: false },
  /** Each sends a mail to somebody who has not asked for it. */
  invitations: {
    perAddress: requests(120),
    perAccount: requests(30),
    duration: '1 hour',
    forgivesSuccess: false,
  },
} as const

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
