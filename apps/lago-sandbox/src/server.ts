import { serve, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import { Background } from './background.ts'
import { Clock } from './clock.ts'
import { createPool, migrate } from './db.ts'
import type { Env } from './env.ts'
import { Sandbox } from './sandbox.ts'
import { deliverDue } from './webhooks/delivery.ts'
import { recordWebhooks } from './webhooks/record.ts'

const listen = (app: ReturnType<typeof createApp>, { host, port }: Env) =>
  new Promise<{ server: ServerType; port: number }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ server, port: info.port }),
    )
    server.once('error', reject)
  })

const close = (server: ServerType) =>
  new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })

/** Starts the sandbox; resolves when it answers. */
export async function start(env: Env) {
  const pool = createPool(env.database)
  // A lost idle connection is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await migrate(pool, env.database.schema)
    const sandbox = new Sandbox(pool, env, recordWebhooks)
    await sandbox.ensureOrganization()
    const clock = new Clock(sandbox)
    const { server, port } = await listen(createApp(sandbox, clock), env)
    const deliveries = new Background('webhook delivery', 1000, () => deliverDue(sandbox))
    const passing = new Background('clock', 1000, () => clock.tick())
    sandbox.onCommit = () => {
      deliveries.poke()
      passing.poke()
    }
    return {
      port,
      sandbox,
      clock,
      async stop() {
        await close(server)
        await passing.stop()
        await deliveries.stop()
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}
