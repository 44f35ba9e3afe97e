import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { compose, run, settings, site, status } from './production.mjs'
import { Visitor } from './visitor.mjs'

const { address, opened } = status
const megabytes = 1024 ** 2

/** Every container of the stack, as Docker describes it. */
async function containers() {
  const ids = (await compose('ps', '--all', '--quiet')).trim().split('\n')
  return JSON.parse(await run('docker', 'inspect', ...ids)).map((container) => ({
    ...container,
    service: container.Config.Labels['com.docker.compose.service'],
  }))
}

/** Runs the smoke script, which prints what is wrong. */
function smoke(site, settings = {}) {
  const answer = spawnSync('scripts/smoke', [site], {
    encoding: 'utf8',
    env: { ...process.env, ...settings },
  })
  assert.equal(answer.status, 0, answer.stdout + answer.stderr)
}

test('every service is healthy, none was started twice, and what runs once has ended well', async () => {
  const states = (await containers()).map(({ service, State, RestartCount }) => ({
    service,
    state: State.Health ? `${State.Status}, ${State.Health.Status}` : `${State.Status}, ${State.ExitCode}`,
    restarts: RestartCount,
  }))
  const once = new Set(['databases', 'migrate', 'plans', 'cms-content'])
  assert.deepEqual(
    states.filter(
      ({ service, state, restarts }) =>
        restarts > 0 || state !== (once.has(service) ? 'exited, 0' : 'running, healthy'),
    ),
    [],
  )
  const services = (await compose('config', '--services')).trim().split('\n').sort()
  assert.deepEqual(states.map(({ service }) => service).sort(), services)
})

test('no container may do more than it needs: no root, no capability, nothing to write but its volumes', async () => {
  const loose = (await containers())
    .filter(({ Config, HostConfig }) => {
      const root = ['', '0', 'root'].includes(Config.User.split(':')[0])
      const bounded = HostConfig.Memory > 0 && HostConfig.PidsLimit > 0
      const locked =
        HostConfig.ReadonlyRootfs &&
        !HostConfig.Privileged &&
        HostConfig.CapDrop?.includes('ALL') &&
        HostConfig.SecurityOpt?.includes('no-new-privileges:true')
      return root || !bounded || !locked
    })
    .map(({ service }) => service)
  assert.deepEqual(loose, [])
})

test('others reach ports 80 and 443 of this machine and nothing else', async () => {
  assert.deepEqual(opened, [80, 443])
  const published = (await containers()).flatMap(({ service, NetworkSettings }) =>
    Object.values(NetworkSettings.Ports ?? {})
      .flatMap((bindings) => bindings ?? [])
      .filter(({ HostIp }) => HostIp !== '127.0.0.1')
      .map(({ HostPort }) => `${service} ${HostPort}`),
  )
  assert.deepEqual([...new Set(published)].sort(), ['nginx 443', 'nginx 80'])
})

test('each service reaches what it needs: stores only their own, the world only those that call somebody there', async (context) => {
  const reaches = async (service, host, port) => {
    const connect = `exec 3<>/dev/tcp/${host}/${port}`
    const open = await compose('exec', '-T', service, 'timeout', '3', 'bash', '-c', connect).then(
      () => true,
      () => false,
    )
    return open && `${service} reaches ${host}:${port}`
  }
  const world = createServer((socket) => socket.end()).listen(0)
  context.after(() => world.close())
  await once(world, 'listening')
  const outside = [address, world.address().port]
  // Without these the refusals below would prove nothing.
  assert.ok(await reaches('gateway', ...outside))
  assert.ok(await reaches('gateway', 'postgres', 5432))
  const stores = [
    ['postgres', 5432],
    ['redis', 6379],
    ['cms', 8055],
    ['lago', 3100],
  ]
  const wrong = []
  for (const service of ['nginx', 'web'])
    for (const [host, port] of stores) wrong.push(await reaches(service, host, port))
  for (const service of ['postgres', 'redis', 'cms', 'web']) wrong.push(await reaches(service, ...outside))
  assert.deepEqual(wrong.filter(Boolean), [])
})

test('the smoke script finds nothing wrong, and subscribes', () => {
  smoke(site, {
    SMOKE_EMAIL: 'dana@gantry.test',
    SMOKE_PASSWORD: 'gantry-demo-2026',
    SMOKE_PLAN: 'free',
  })
})

test('seen from outside, too, nothing is open that should not be', () => {
  // The certificate is for the name, not for the address.
  smoke(`https://${address}`, { SMOKE_INSECURE: '1' })
})

test('no secret of the settings stands in a log', async () => {
  const secrets = readFileSync(settings, 'utf8')
    .split('\n')
    .map((line) => line.split(/=(.*)/s))
    .filter(([name, value]) => /KEY|SECRET|PASSWORD|PASSPHRASE|TOKEN|SALT/.test(name) && value?.length >= 16)
  assert.ok(secrets.length > 15)
  const logs = await compose('logs', '--no-color')
  assert.match(logs, /gateway/)
  assert.deepEqual(
    secrets.filter(([, value]) => logs.includes(value)).map(([name]) => name),
    [],
  )
})

test('nothing that people send in confidence stands in a log, whether it was right or wrong', async () => {
  const canaries = []
  const canary = (place) => {
    canaries.push(`canary-${place}-${randomUUID()}`)
    return canaries.at(-1)
  }
  const visitor = new Visitor(site)
  await visitor.ask('/api/auth/csrf')
  const email = 'dana@gantry.test'
  const statuses = [
    await visitor.ask('/api/auth/login', { method: 'POST', body: { email, password: canary('password') } }),
    await visitor.ask('/api/auth/login', {
      method: 'POST',
      body: { [canary('field')]: { password: canary('deep') } },
    }),
    await visitor.ask(`/api/auth/me?access_token=${canary('query')}`),
    await visitor.ask(`/login?token=${canary('page')}`),
    await visitor.ask(`/studio/items/posts?access_token=${canary('studio')}`),
    await fetch(`${site}/api/auth/me`, { headers: { authorization: `Bearer ${canary('bearer')}` } }),
    await fetch(`${site}/dashboard`, {
      redirect: 'manual',
      headers: { cookie: `adonis-session=${canary('cookie')}` },
    }),
    await fetch(`${site}/api/auth/login`, { method: 'POST', body: `{"password": "${canary('torn')}` }),
  ].map(({ status }) => status)
  assert.ok(Math.max(...statuses) < 500, statuses.join())
  // nginx writes its log every second.
  await delay(2000)
  const logs = await compose('logs', '--no-color')
  assert.match(logs, /"\/login"/)
  assert.deepEqual(
    canaries.filter((canary) => logs.includes(canary)),
    [],
  )
})

test('idle, all of it takes less than 2 GB', async (context) => {
  const ids = (await compose('ps', '--quiet')).trim().split('\n')
  const lines = (
    await run('docker', 'stats', '--no-stream', '--format', '{{.Name}} {{.MemUsage}}', ...ids)
  ).trim()
  const units = { KiB: 1 / 1024, MiB: 1, GiB: 1024, B: 1 / megabytes }
  const used = lines.split('\n').map((line) => {
    const [, name, amount, unit] = /^(\S+) ([\d.]+)(\w+) /.exec(line)
    return { name, megabytes: Number(amount) * units[unit] }
  })
  for (const { name, megabytes } of used) context.diagnostic(`${name} ${megabytes.toFixed(0)} MB`)
  const total = used.reduce((sum, { megabytes }) => sum + megabytes, 0)
  context.diagnostic(`together ${total.toFixed(0)} MB`)
  assert.ok(total < 2048, `${total.toFixed(0)} MB`)
})
