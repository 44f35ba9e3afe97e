import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { queue } from '#core/queue/queues'
import env from '#start/env'

const deadline = 2_000

const probes = {
  postgres: () => db.rawQuery('select 1'),
  redis: () => redis.ping(),
  // Its ping also answers without its database; its health only to someone it knows.
  cms: () => get(`${env.get('CMS_URL')}/server/health`, env.get('CMS_READER_TOKEN').release()),
  billing: () => get(`${env.get('LAGO_URL')}/health`),
  queue: () => queue('ledger').getWaitingCount(),
}

export interface Check {
  status: 'up' | 'down'
  latencyMs: number
}

export async function checkHealth() {
  const names = Object.keys(probes) as (keyof typeof probes)[]
  const results = await Promise.all(names.map(async (name) => [name, await measure(probes[name])] as const))
  const checks = Object.fromEntries(results) as Record<keyof typeof probes, Check>
  const isUp = results.every(([, { status }]) => status === 'up')
  return { status: isUp ? ('up' as const) : ('down' as const), checks }
}

async function measure(probe: () => Promise<unknown>): Promise<Check> {
  const start = performance.now()
  const expired = new Promise<never>((_, reject) => setTimeout(reject, deadline).unref())
  const status = await Promise.race([probe(), expired]).then(
    () => 'up' as const,
    () => 'down' as const,
  )
  return { status, latencyMs: Math.round(performance.now() - start) }
}

async function get(url: string, token?: string) {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(deadline), redirect: 'error' })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
}
