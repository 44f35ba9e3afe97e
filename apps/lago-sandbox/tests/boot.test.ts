import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { EnvError, readEnv } from '../src/env.ts'

const VALID = {
  DB_HOST: '127.0.0.1',
  DB_USER: 'lago',
  DB_PASSWORD: 'lago',
  DB_DATABASE: 'lago',
  LAGO_API_KEY: 'key',
  PUBLIC_URL: 'http://localhost:3100/',
  PAYMENT_REDIRECT_URL: 'http://localhost:8080/dashboard/billing',
}

/** Runs the program until it ends by itself. */
const run = (env: Record<string, string>) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [new URL('../src/main.ts', import.meta.url).pathname], { env })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ code, output }))
  })

it('reads a complete environment', () => {
  expect(readEnv(VALID)).toMatchObject({ port: 3100, publicUrl: 'http://localhost:3100', premium: false })
})

it('names every bad variable at once', () => {
  const broken = { ...VALID, DB_HOST: '', PORT: 'many', PUBLIC_URL: 'nowhere', LAGO_PREMIUM: 'perhaps' }
  expect(() => readEnv(broken)).toThrow(EnvError)
  expect(() => readEnv(broken)).toThrow(/DB_HOST.*\n?PORT|PORT/)
  for (const name of ['DB_HOST', 'PORT', 'PUBLIC_URL', 'LAGO_PREMIUM']) {
    expect(() => readEnv(broken)).toThrow(name)
  }
})

it('reads a secret from a file', () => {
  const { LAGO_API_KEY: _, ...rest } = VALID
  const file = new URL('../package.json', import.meta.url).pathname
  expect(readEnv({ ...rest, LAGO_API_KEY_FILE: file }).apiKey).toContain('lago-sandbox')
})

it('refuses to run in production', async () => {
  const { code, output } = await run({ ...VALID, NODE_ENV: 'production' })
  expect(code).toBe(1)
  expect(output).toContain('this is a sandbox that simulates payments')
})

it('says so when its port is taken', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const { database } = readEnv()
  const { code, output } = await run({
    ...VALID,
    DB_HOST: database.host,
    DB_PORT: String(database.port),
    DB_USER: database.user,
    DB_PASSWORD: database.password,
    DB_DATABASE: database.database,
    PORT: String(port),
  })
  taken.close()
  expect(code).toBe(1)
  expect(output).toContain('EADDRINUSE')
})
