import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Environment } from '../src/env.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts Directus as production does and waits until it answers. */
export async function startDirectus(env: Environment) {
  const url = `http://${env.HOST}:${env.PORT}`
  const directus = spawn(process.execPath, ['src/start.ts'], { cwd: root, env })
  let output = ''
  for (const stream of [directus.stdout, directus.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  while (!(await answers(`${url}/server/ping`))) {
    if (directus.exitCode !== null) throw new Error(`Directus ended: ${output.slice(-3_000)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return async () => {
    if (directus.exitCode !== null) return
    directus.kill('SIGTERM')
    await once(directus, 'exit')
  }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** Runs the command people run, and answers what it said. */
export async function apply(env: Environment, ...flags: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/apply.ts', ...flags], {
    cwd: root,
    env,
  })
  return stdout
}
