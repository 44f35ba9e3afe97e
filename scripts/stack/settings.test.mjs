import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { environments } from './processes.mjs'
import { profile } from './profiles.mjs'
import { loadSettings, parseSettings, rotateSigningKey } from './settings.mjs'

const file = () => join(mkdtempSync(join(tmpdir(), 'gantry-settings-')), '.env')

test('secrets are made once, kept, and readable by their owner only', () => {
  const path = file()
  const first = loadSettings(path, {})
  const second = loadSettings(path, {})
  assert.equal(second.APP_KEY, first.APP_KEY)
  assert.notEqual(first.REDIS_PASSWORD, first.LAGO_API_KEY)
  assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('settings that were written by hand stay in the file', () => {
  const path = file()
  writeFileSync(path, 'NGINX_PORT=9090\n# a note')
  assert.equal(loadSettings(path, {}).NGINX_PORT, '9090')
  assert.match(readFileSync(path, 'utf8'), /^NGINX_PORT=9090\n# a note\nAPP_KEY=/)
})

test('a key that is replaced is still believed', () => {
  const path = file()
  const before = loadSettings(path, {})
  rotateSigningKey(path)
  const between = loadSettings(path, {})
  rotateSigningKey(path)
  const after = loadSettings(path, {})
  const publicHalf = (key) =>
    Buffer.from(createPublicKey(Buffer.from(key, 'base64')).export({ type: 'spki', format: 'pem' })).toString(
      'base64',
    )

  assert.equal(new Set([before, between, after].map((settings) => settings.JWT_PRIVATE_KEY)).size, 3)
  assert.deepEqual(
    after.JWT_PREVIOUS_KEYS.split(','),
    [between, before].map((settings) => publicHalf(settings.JWT_PRIVATE_KEY)),
  )
  assert.equal(after.APP_KEY, before.APP_KEY)
  assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('a broken line is named', () => {
  assert.throws(() => parseSettings('A=1\nnonsense here', '.env'), /Line 2 of \.env/)
})

test('a secret that is too short is named', () => {
  const path = file()
  writeFileSync(path, 'REDIS_PASSWORD=short\n')
  assert.throws(() => loadSettings(path, {}), /REDIS_PASSWORD .* shorter than 16/)
})

test('a value that is not a port is named', () => {
  assert.throws(() => profile('start', { WEB_PORT: 'eighty' }), /WEB_PORT is "eighty"/)
})

test('the profiles share no port', () => {
  const ports = ['start', 'dev', 'test'].flatMap((name) => Object.values(profile(name, {}).ports))
  assert.equal(new Set(ports).size, ports.length)
})

test('one process can be pointed elsewhere, the others stay', () => {
  const settings = loadSettings(file(), { GATEWAY__DB_PORT: '9999' })
  const env = environments(profile('test', {}), settings)
  assert.equal(env.gateway.DB_PORT, '9999')
  assert.equal(env.cms.DB_PORT, '25442')
})
