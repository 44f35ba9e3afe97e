import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import pg from 'pg'
import env from '#start/env'

// int8 arrives as text by default. Every count and amount here stays far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Settings of `pg` that Lucid's types do not name. */
const server = {
  application_name: 'gantry-gateway',
  keepAlive: true,
  connectionTimeoutMillis: env.get('DB_ACQUIRE_TIMEOUT_MS'),
  // The client's own limit ends a query also when the server hangs; a person waits less long than a job.
  query_timeout:
    app.getEnvironment() === 'web'
      ? env.get('DB_REQUEST_TIMEOUT_MS')
      : env.get('DB_STATEMENT_TIMEOUT_MS') + 1_000,
  statement_timeout: env.get('DB_STATEMENT_TIMEOUT_MS'),
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
}

export default defineConfig({
  connection: 'postgres',
  connections: {
    postgres: {
      client: 'pg',
      connection: {
        host: env.get('DB_HOST'),
        port: env.get('DB_PORT'),
        user: env.get('DB_USER'),
        password: env.get('DB_PASSWORD').release(),
        database: env.get('DB_DATABASE'),
        ...server,
      },
      pool: {
        min: 0,
        max: env.get('DB_POOL_MAX'),
        acquireTimeoutMillis: env.get('DB_ACQUIRE_TIMEOUT_MS'),
        createTimeoutMillis: env.get('DB_ACQUIRE_TIMEOUT_MS'),
      },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      seeders: { paths: ['database/seeders'] },
      schemaGeneration: { enabled: !app.inProduction, rulesPaths: ['./database/schema_rules.js'] },
      debug: false,
    },
  },
})
