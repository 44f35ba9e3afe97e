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
  /** Questions of programs, most of which have no copy yet. */
  queries: { store: 'memory', requests: requests(300), duration: '1 min' },
  /** A page of the Studio asks for a hundred small files. */
  studio: { store: 'memory', requests: requests(3_000), duration: '1 min' },
  /** Lago sends as fast as it bills, all from one address. */
  webhooks: { store: 'memory', requests: requests(12_000), duration: '1 min' },
  writes: { store: 'redis', requests: requests(120), duration: '1 min' },
  /** Right or wrong, each costs a slow hash. The wrong ones are held back by `guesses`. */
  proofs: { store: 'redis', requests: requests(600), duration: '1 min' },
  /** Each reads through a whole table. */
  exports: { store: 'redis', requests: requests(20), duration: '10 mins' },
  submissions: { store: 'redis', requests: requests(5), duration: '10 mins' },
} as const

/** Attempts, counted per address and per account. */
export const attempts = {
  registration: { perAddress: requests(60), perAccount: requests(10), duration: '15 mins' },
  /** Each sends a mail to whoever the address belongs to. */
  mails: { perAddress: requests(60), perAccount: requests(5), duration: '1 hour' },
  /** Each sends a mail to somebody who has not asked for it. */
  invitations: { perAddress: requests(120), perAccount: requests(30), duration: '1 hour' },
} as const

/** Pages that listen for changes, each of which keeps a connection open; times in milliseconds. */
export const streams = { most: 2_000, perAddress: 30, heartbeat: 25_000, retry: 5_000 } as const

/** Wrong API keys, from one address. */
export const keyGuesses = { requests: requests(30), duration: '1 min' }

/**
 * Wrong passwords and codes, in seconds. After the free ones each makes the next wait, for one second at first and twice
 * as long each time. One is forgotten after a while, so in the long run that is how often somebody can guess.
 */
export const guesses = {
  account: { free: requests(5), forgottenAfter: 15 * 60 },
  /** All accounts together: one password tried on many. */
  address: { free: requests(30), forgottenAfter: 60 },
  longestWait: 15 * 60,
  /** So many at one account, and its owner is told. */
  worthAMail: 10,
} as const

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
