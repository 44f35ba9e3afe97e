import { defineConfig } from '@adonisjs/core/logger'
import type { InferLoggers } from '@adonisjs/core/types'
import { destination } from 'pino'
import env from '#start/env'

const secretKeys = ['password', 'currentPassword', 'token', 'secret', 'authorization', 'cookie', 'body']

const output = {
  enabled: true,
  name: 'gateway',
  level: env.get('LOG_LEVEL', 'info'),
  timestamp: 'iso',
  // Lines that pile up while one is being written go out together, so that no request waits for the log.
  destination: destination({ fd: 1, sync: false }),
} as const

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      ...output,
      redact: {
        // A body parser's error carries the whole body; request and response headers carry credentials.
        paths: [
          ...secretKeys,
          ...secretKeys.map((key) => `*.${key}`),
          'req.headers',
          'res.headers',
          '*["set-cookie"]',
        ],
        censor: '[redacted]',
      },
    },
    /** The line of each request: a fixed set of fields without secrets, so nothing is searched for them. */
    requests: output,
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
