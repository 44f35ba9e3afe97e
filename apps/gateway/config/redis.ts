import { defineConfig } from '@adonisjs/redis'
import type { InferConnections } from '@adonisjs/redis/types'
import env from '#start/env'

const server = {
  host: env.get('REDIS_HOST'),
  port: env.get('REDIS_PORT'),
  username: env.get('REDIS_USERNAME'),
  password: env.get('REDIS_PASSWORD').release(),
  db: env.get('REDIS_DB'),
  connectTimeout: env.get('REDIS_CONNECT_TIMEOUT_MS'),
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(times * 50, 1_000),
}

/** For clients that wait for work (`BLMOVE` and the like): a command may last for ever. */
export const blockingConnection = { ...server, maxRetriesPerRequest: null }

/** For everything a person waits for: a closed socket fails at once, a hung server within the command timeout. */
export const requestConnection = {
  ...server,
  commandTimeout: env.get('REDIS_COMMAND_TIMEOUT_MS'),
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
}

const redisConfig = defineConfig({
  connection: 'main',
  connections: {
    main: requestConnection,
    // The cache hangs up by itself when the process ends; told again by the framework, only this kind takes it well.
    cache: { ...requestConnection, enableOfflineQueue: true },
    // Subscribing waits for the connection, so this one keeps its commands until there is one.
    bus: blockingConnection,
  },
})

export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
