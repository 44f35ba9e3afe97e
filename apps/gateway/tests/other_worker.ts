import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import env from '#start/env'

export const workerPort = env.get('PORT') + 45

const start = `
  await import('@poppinss/ts-exec')
  process.argv.push('queue:work')
  await import('./bin/console.ts')`

/** A worker, a process of its own, with settings that differ from ours. */
export function otherWorker(settings: Record<string, string | number>) {
  const its = Object.entries({ WORKER_PORT: workerPort, ...settings }).map((pair) => pair.join('='))
  // `bin/console.ts` looks for its command after two others, as when it is started from a file.
  const node = [process.execPath, '--input-type=module', '--eval', start, '--', 'worker']
  const child = spawn('env', [...its, ...node], { stdio: ['ignore', 'ignore', 'inherit'] })
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
    stop() {
      child.kill('SIGTERM')
      return exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await exitCode
    },
  }
}
