import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import env from '#start/env'

const port = env.get('PORT') + 40

const start = `
  await import('@poppinss/ts-exec')
  await import('./bin/server.ts')`

/** A second gateway, a process of its own, on the same stores. */
export async function otherGateway() {
  const settings = [`PORT=${port}`, `INTERNAL_PORT=${port + 1}`]
  const child = spawn('env', [...settings, process.execPath, '--input-type=module', '--eval', start], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://${env.get('HOST')}:${port}`
  await answering(`${origin}/api/health/live`, child)
  return {
    origin,
    async stop() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

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
