import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { QueueName } from '#core/queue/queues'
import env from '#start/env'

export const workerPort = env.get('WORKER_PORT') + 40

/**
 * A worker, a process of its own, on the same stores.
 *
 * @param names of the queues that it processes; all by default
 * @param settings what it is told otherwise than we are, as the address of a service
 */
export function otherWorker({
  names = [],
  settings = {},
}: { names?: QueueName[]; settings?: Record<string, string> } = {}) {
  const variables = Object.entries({ WORKER_PORT: workerPort, ...settings }).map((pair) => pair.join('='))
  const child = spawn('env', [...variables, process.execPath, 'ace.js', 'queue:work', ...names], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exitCode = once(child, 'exit').then(([code]) => code as number | null)
  return {
    exitCode,
    async healthy() {
      while (child.exitCode === null) {
        const isUp = await fetch(`http://${env.get('HOST')}:${workerPort}/health/live`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (isUp) return
        await sleep(100)
      }
      throw new Error('The worker did not start.')
    },
    /** Gives back its exit code. */
    async stop(signal: NodeJS.Signals = 'SIGKILL') {
      child.kill(signal)
      return exitCode
    },
  }
}
