import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import env from '#start/env'

const port = env.get('PORT') + 40

const start = `
  await import('@poppinss/ts-exec')
  await import('./bin/server.ts')`

/**
 * A second gateway, a process of its own, on the same stores.
 *
 * @param clock a file whose content says how its clock differs from ours, as `+1h`; it may change while it runs
 * @param settings what it is told otherwise than we are, as the address of a service
 */
export async function otherGateway({
  clock,
  settings = {},
}: { clock?: string; settings?: Record<string, string> } = {}) {
  const its = Object.entries({ PORT: port, INTERNAL_PORT: port + 1, ...settings })
  const variables = [...its.map((pair) => pair.join('=')), ...(clock ? keptBy(clock) : [])]
  const command = [process.execPath, '--input-type=module', '--eval', start]
  const preload = clock ? 'export LD_PRELOAD="$FAKETIME_LIBRARY"; ' : ''
  const child = spawn('env', [...variables, 'sh', '-c', `${preload}exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk))
  const origin = `http://${env.get('HOST')}:${port}`
  await answering(`${origin}/api/health/live`, child)
  return {
    origin,
    /** `env` and `sh` have become the gateway itself. */
    pid: child.pid!,
    /** Everything that it has logged so far. */
    get log() {
      return Buffer.concat(lines).toString()
    },
    async stop(signal: NodeJS.Signals = 'SIGKILL') {
      child.kill(signal)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** How long something takes is told by another clock, which stays. */
const keptBy = (clock: string) => [
  `FAKETIME_TIMESTAMP_FILE=${clock}`,
  'FAKETIME_NO_CACHE=1',
  'FAKETIME_DONT_FAKE_MONOTONIC=1',
]

async function answering(address: string, { exitCode }: ChildProcess) {
  for (;;) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    if (exitCode !== null) throw new Error('The other gateway did not start.')
    await sleep(100)
  }
}
