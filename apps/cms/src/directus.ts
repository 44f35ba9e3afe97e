import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from './env.ts'

const fromHere = createRequire(import.meta.url)
const fromDirectus = createRequire(fromHere.resolve('directus/package.json'))

// The API's own entry: the `directus` command asks the package registry for updates first.
const command = fromDirectus.resolve('@directus/api/cli/run.js')

export const migrationsFolder = dirname(fromDirectus.resolve('@directus/api/database/migrations/run'))

/** Arguments that make this Node run one command of Directus. */
export function directusArguments(name: 'bootstrap' | 'start'): string[] {
  return [
    // isolated-vm, which runs the code of flows, does not start on a snapshot.
    '--no-node-snapshot',
    // Losing Redis rejects promises nobody waits for; the process would end, and it recovers when it stays.
    '--unhandled-rejections=warn',
    command,
    name,
  ]
}

/** The settings that are the same in every installation, replaceable by the environment. */
export function directusEnvironment(env: Environment): Environment {
  return { ...settings, ...env, ADMIN_EMAIL: registered(env.ADMIN_EMAIL) }
}

/** Directus refuses addresses under reserved domains such as `.test`; `example.com` is reserved and passes. */
function registered(email: string): string {
  return /\.(test|example|invalid|localhost|local|internal)$/.test(email) ? `${email}.example.com` : email
}

const settings = {
  DB_CLIENT: 'pg',
  REDIS_ENABLED: 'true',
  LOG_STYLE: 'raw',
  LOG_LEVEL: 'info',
  LOG_HTTP_IGNORE_PATHS: '/server/ping',
  TELEMETRY: 'false',
  EXTENSIONS_PATH: fileURLToPath(new URL('../extensions', import.meta.url)),
  EXTENSIONS_MUST_LOAD: 'true',
  STORAGE_LOCATIONS: 'local',
  STORAGE_LOCAL_DRIVER: 'local',
  FILES_MAX_UPLOAD_SIZE: '100mb',
  // The gateway caches answers; Directus has to tell it the truth.
  CACHE_ENABLED: 'false',
  ASSETS_CACHE_REVALIDATE: 'true',
  // A process that was killed while it read the schema leaves its lock in Redis; the defaults wait for it in vain.
  CACHE_SCHEMA_MAX_ITERATIONS: '2',
  CACHE_SCHEMA_SYNC_TIMEOUT: '5000',
  HEALTHCHECK_SERVICES: 'database,redis,storage',
  HEALTHCHECK_CACHE_TTL: '5s',
  // The default of 500 ms refuses requests for seconds after a start on a busy machine.
  PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY: '2000',
  PRESSURE_LIMITER_RETRY_AFTER: '1',
  IP_TRUST_PROXY: 'loopback',
  WEBSOCKETS_ENABLED: 'true',
  WEBSOCKETS_REST_AUTH: 'strict',
  WEBSOCKETS_GRAPHQL_AUTH: 'strict',
  // Would publish every log line through Redis.
  WEBSOCKETS_LOGS_ENABLED: 'false',
  // Only the gateway signs people in here, with passwords nobody could guess: no need to slow it down.
  LOGIN_STALL_TIME: '100',
  // Directus sends no mail here: its users are made by the gateway and have no mailbox of their own.
  EMAIL_VERIFY_SETUP: 'false',
}
