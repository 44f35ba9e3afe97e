import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { compose, folder, run, site } from './production.mjs'
import { Visitor } from './visitor.mjs'

/** Asks for pages and signed-in data until told to stop, and counts what was not answered with 200. */
function load(visitor) {
  const paths = ['/', '/pricing', '/api/auth/me', '/api/billing/invoices', '/dashboard', '/api/cms/posts']
  const result = { asked: 0, failed: [] }
  let over = false
  const ask = async () => {
    while (!over) {
      const path = paths[result.asked % paths.length]
      result.asked += 1
      try {
        const response = await visitor.ask(path)
        await response.arrayBuffer()
        if (response.status !== 200) result.failed.push(`${path} ${response.status}`)
      } catch (error) {
        result.failed.push(`${path} ${error.cause?.code ?? error.message}`)
      }
      await delay(200)
    }
  }
  const asking = Promise.all([ask(), ask(), ask()])
  return async () => {
    over = true
    await asking
    return result
  }
}

const replicas = async (service) =>
  (await compose('ps', '--quiet', service)).trim().split('\n').filter(Boolean).sort()

test('two replicas of each share the work, and an update of both refuses nobody', async (context) => {
  await compose('up', '--detach', '--wait', '--no-recreate', '--scale', 'gateway=2', '--scale', 'web=2')
  const before = { gateway: await replicas('gateway'), web: await replicas('web') }
  assert.equal(before.gateway.length, 2)
  assert.equal(before.web.length, 2)

  const visitor = new Visitor(site)
  await visitor.signIn('charlie@globex.test')
  const stop = load(visitor)
  const begun = performance.now()
  try {
    await run('scripts/docker', 'prod', 'update')
  } finally {
    const { asked, failed } = await stop()
    context.diagnostic(
      `update ${((performance.now() - begun) / 1000).toFixed(0)} s, ${asked} requests, ${failed.length} failed`,
    )
    assert.deepEqual(failed, [])
  }
  for (const service of ['gateway', 'web']) {
    const now = await replicas(service)
    assert.equal(now.length, 2, service)
    assert.deepEqual(
      now.filter((id) => before[service].includes(id)),
      [],
    )
  }
})

/** A later version of the site that ends as soon as it starts. */
const broken = `services:
  web:
    build: !override
      context: .
      dockerfile_inline: |
        FROM gantry/web:test
        CMD ["node", "-e", "process.exit(1)"]
      labels: { org.opencontainers.image.version: test }
`

test('a version whose site does not start leaves the one before in its place, and refuses nobody', async (context) => {
  const overlay = join(folder, 'broken.yml')
  writeFileSync(overlay, broken)
  const image = () => run('docker', 'image', 'inspect', '--format', '{{.Id}}', 'gantry/web:test')
  const before = { web: await replicas('web'), image: await image(), gateway: await replicas('gateway') }

  const visitor = new Visitor(site)
  await visitor.signIn('charlie@globex.test')
  const stop = load(visitor)
  const begun = performance.now()
  try {
    await assert.rejects(
      run('env', `COMPOSE_OVERLAY=docker/rehearsal.yml ${overlay}`, 'scripts/docker', 'prod', 'update'),
      ({ stderr }) => /web of the new version did not become healthy/.test(stderr) || assert.fail(stderr),
    )
  } finally {
    const { asked, failed } = await stop()
    context.diagnostic(
      `failed update ${((performance.now() - begun) / 1000).toFixed(0)} s, ${asked} requests, ${failed.length} failed`,
    )
    assert.deepEqual(failed, [])
  }
  assert.deepEqual(await replicas('web'), before.web)
  assert.equal(await image(), before.image)
  assert.equal((await replicas('gateway')).length, before.gateway.length)
})
