import { join } from 'node:path'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { answersText } from './health.mjs'

/**
 * The Redis server of a profile: append-only file, password, loopback only.
 *
 * @param {{program: string, folder: string, port: number, password: string}} options
 */
export function redis({ program, folder, port, password }) {
  const data = join(folder, 'redis')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const configuration = join(data, 'redis.conf')
  writeFileSync(
    configuration,
    [
      'bind 127.0.0.1',
      `port ${port}`,
      `requirepass ${password}`,
      `dir ${data}`,
      'appendonly yes',
      'appendfsync everysec',
      // Queues and sessions live here: when memory runs out, refuse writes rather than forget.
      'maxmemory-policy noeviction',
      '',
    ].join('\n'),
  )
  chmodSync(configuration, 0o600)
  return {
    name: 'redis',
    port,
    cwd: data,
    env: { PATH: process.env.PATH },
    command: [program, configuration],
    healthy: () => answersText(port, `AUTH ${password}\r\nPING\r\n`, '+PONG'),
  }
}
