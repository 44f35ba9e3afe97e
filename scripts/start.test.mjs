import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { profile } from './stack/profiles.mjs'
import { root } from './workspace.mjs'

/** Starts the supervisor on ports of its own, as `npm start` would, and expects it to refuse. */
function refused(environment, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-start-'))
  const { status, stderr } = spawnSync('node', ['scripts/stack/main.mjs', ...options], {
    cwd: root,
    env: { ...process.env, DATA_FOLDER: folder, ENV_FILE: join(folder, '.env'), ...environment },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stderr: stderr.trim() }
}

test('an option nobody knows is named', () => {
  const { status, stderr } = spawnSync('node', ['scripts/start.mjs', '--fast'], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 2)
  assert.match(stderr, /Unknown option --fast/)
})

test('a value that is no port stops the start with its name', () => {
  const { status, stderr } = refused({ WEB_PORT: 'eighty' })
  assert.equal(status, 1)
  assert.match(stderr, /^✗ WEB_PORT is "eighty", which is not a port\. .*$/)
})

test('a busy port stops the start and says how to move', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  const others = Object.keys(profile('start', {}).ports).filter((variable) => variable !== 'WEB_PORT')
  // High ports, so that a stack that runs beside the test is not what refuses.
  const free = Object.fromEntries(others.map((variable, index) => [variable, String(31_200 + index)]))
  const { status, stderr } = refused({ ...free, WEB_PORT: String(port) })
  server.close()
  assert.equal(status, 1)
  assert.match(stderr, new RegExp(`^✗ Port ${port} is in use\\. .*WEB_PORT=`))
})

test('starting over asks, and without anybody to ask it needs --yes', () => {
  const { status, stderr } = refused({}, ['--reset'])
  assert.equal(status, 1)
  assert.match(stderr, /Add --yes/)
})
