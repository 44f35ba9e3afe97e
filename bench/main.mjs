import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { systemPrograms } from '../scripts/stack/debian.mjs'
import { sql } from '../scripts/stack/postgres.mjs'
import { profile as profileOf } from '../scripts/stack/profiles.mjs'
import { loadSettings } from '../scripts/stack/settings.mjs'
import { removeData, Stack } from '../scripts/stack/stack.mjs'
import { root } from '../scripts/workspace.mjs'
import { cachedContent, passwords, roundTrips, sessionCheck, signIn, uncachedContent } from './gateway.mjs'
import { memory } from './load.mjs'
import { cachedPage, lighthouseMobile, renderCost } from './pages.mjs'

// The tests' ports, so that a running `npm start` stays undisturbed; data of its own.
const profile = { ...profileOf('test', process.env), folder: join(root, '.data-bench') }
removeData(profile)
// Limits exist to stop exactly what follows.
const unlimited = {
  RATE_LIMIT_FACTOR: '1000000',
  NGINX_LIMIT_CREDENTIALS: '100000r/s',
  NGINX_LIMIT_API: '100000r/s',
  NGINX_LIMIT_PAGES: '100000r/s',
}
const stack = new Stack(
  profile,
  loadSettings(join(profile.folder, 'secrets.env'), { ...process.env, ...unlimited }),
)
await stack.checkPorts()

const rows = []

/** Adds one line to the table; `holds` is measured, never assumed. */
function report(what, bar, measured, holds) {
  rows.push({ what, bar, measured, holds })
  console.log(`${holds ? '✓' : '✗'} ${what}: ${measured} (bar: ${bar})`)
}

const number = (value, digits = 2) => value.toFixed(digits)
const pid = (name) => stack.supervisor.pid(name)

try {
  const begun = Date.now()
  await Promise.all([stack.build(), stack.startServices()])
  await stack.startApplications()
  const started = (Date.now() - begun) / 1000
  systemPrograms(['chromium', 'wrk'], console.log)

  const { ports } = profile
  const gateway = `http://127.0.0.1:${ports.GATEWAY_PORT}`
  const cms = `http://127.0.0.1:${ports.CMS_PORT}`
  const site = stack.appUrl
  const redis = { REDIS_PORT: String(ports.REDIS_PORT), REDIS_PASSWORD: stack.settings.REDIS_PASSWORD }

  const idle = ['nginx', 'web', 'gateway', 'worker', 'cms', 'postgres', 'redis'].map((name) => [
    name,
    groupMemory(pid(name)),
  ])
  const whole = idle.reduce((sum, [, megabytes]) => sum + megabytes, 0)
  report(
    'memory of the idle stack without Lago',
    '≤ 2048 MB',
    `${number(whole, 0)} MB (${idle.map(([name, mb]) => `${name} ${number(mb, 0)}`).join(', ')})`,
    whole <= 2048,
  )

  // The worker asks the database for new events all the time; counting needs silence.
  await stack.supervisor.suspend('worker')
  const client = new Redis({ host: '127.0.0.1', port: ports.REDIS_PORT, password: redis.REDIS_PASSWORD })
  const trips = await roundTrips({
    gateway,
    commandsProcessed: async () =>
      Number(/cmdstat_get:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0),
    statementsExecuted: async () => statements(),
  })
  await client.quit()
  await stack.supervisor.resume('worker')
  report(
    'GET /api/auth/me, round trips',
    '1 Redis, 1 SQL',
    `${number(trips.redis)} Redis reads, ${number(trips.sql)} SQL`,
    trips.redis <= 1.05 && trips.sql <= 1.05,
  )

  const session = await sessionCheck({ gateway, gatewayPid: pid('gateway'), redis })
  report(
    'session part of a request: GET /api/auth/csrf, which also makes a token, less a route without a session, CPU',
    '≤ 1.2 × fastify with @fastify/session',
    `${number(session.partToPeer)} × (whole request ${number(session.wholeToPeer)} ×: ${number(session.values.csrf, 3)} ms; route without a session ${number(session.values.bare, 3)} ms; whole GET /api/auth/me ${number(session.values.me, 3)} ms)`,
    session.partToPeer <= 1.2,
  )

  const proofs = await passwords({ gateway })
  report(
    'proving a password, requests/s',
    '≥ 0.8 × the hash alone',
    `${number(proofs.toHashes)} × (${number(proofs.values.proofs, 0)}/s beside ${number(proofs.values.hashes, 0)}/s)`,
    proofs.toHashes >= 0.8,
  )
  const apart = Math.abs(proofs.known - proofs.unknown)
  report(
    'a wrong password, whether or not there is such an account',
    'medians of 30 ≤ 15 % or 20 ms apart',
    `${number(proofs.known, 0)} ms known, ${number(proofs.unknown, 0)} ms unknown`,
    apart < 20 || apart <= 0.15 * proofs.known,
  )

  const cached = await cachedContent({
    gateway,
    gatewayPid: pid('gateway'),
    cms,
    cmsPid: pid('cms'),
    readerToken: stack.settings.CMS_READER_TOKEN,
  })
  report(
    'cached CMS JSON, requests/s',
    '≥ 0.9 × a bare route; ≥ 100 × Directus',
    `${number(cached.toBare)} ×; ${number(cached.toDirectus, 0)} ×`,
    cached.toBare >= 0.9 && cached.toDirectus >= 100,
  )

  const uncached = await uncachedContent({
    gateway,
    gatewayPid: pid('gateway'),
    cms,
    readerToken: stack.settings.CMS_READER_TOKEN,
  })
  report(
    'uncached CMS read by an editor',
    'p50 ≤ 1.15 × Directus; p50 and CPU ≤ fastify http-proxy',
    `p50 ${number(uncached.toDirectus)} × Directus, ${number(uncached.toProxy)} × proxy; CPU ${number(uncached.cpuToProxy)} × proxy`,
    uncached.toDirectus <= 1.15 && uncached.toProxy <= 1 && uncached.cpuToProxy <= 1,
  )

  const page = await cachedPage({
    site: `${site}/`,
    program: stack.programs.nginx,
    folder: profile.folder,
    port: ports.NGINX_PORT + 50,
  })
  report(
    'cached page through nginx, gzip',
    '≥ 0.8 × a static file with gzip_static',
    `${number(page.ratio('cached', 'file'))} ×`,
    page.ratio('cached', 'file') >= 0.8,
  )

  const web = `http://127.0.0.1:${ports.WEB_PORT}`
  const publicCost = await renderCost(pid('web'), `${web}/`)
  report('public page, CPU of the site', '≤ 10 ms', `${number(publicCost, 1)} ms`, publicCost <= 10)
  const cookie = await signIn(gateway)
  const privateCost = await renderCost(pid('web'), `${web}/dashboard`, { cookie })
  report('dashboard page, CPU of the site', '≤ 10 ms', `${number(privateCost, 1)} ms`, privateCost <= 10)

  const posts = await (await fetch(`${site}/api/cms/posts`)).json()
  const addresses = { home: '/', pricing: '/pricing', post: `/blog/${posts.data[0].slug}`, docs: '/docs' }
  for (const [name, path] of Object.entries(addresses)) {
    const { performance, accessibility, lcp, tbt, cls, scripts, styles } = await lighthouseMobile(
      `${site}${path}`,
    )
    report(
      `Lighthouse mobile, ${name}`,
      '≥ 98; a11y 100; LCP ≤ 1.5 s; TBT ≤ 50 ms; CLS 0; JS ≤ 60 kB; CSS ≤ 16 kB',
      `${number(performance, 0)}; a11y ${number(accessibility, 0)}; LCP ${number(lcp)} s; TBT ${number(tbt, 0)} ms; CLS ${number(cls, 3)}; JS ${number(scripts, 0)} kB; CSS ${number(styles, 1)} kB`,
      performance >= 98 &&
        accessibility === 100 &&
        lcp <= 1.5 &&
        tbt <= 50 &&
        cls === 0 &&
        scripts <= 60 &&
        styles <= 16,
    )
  }
  const dashboard = await lighthouseMobile(`${site}/dashboard`, { Cookie: cookie })
  report(
    'Lighthouse mobile, dashboard',
    '≥ 90; a11y 100; TBT ≤ 200 ms; JS ≤ 250 kB',
    `${number(dashboard.performance, 0)}; a11y ${number(dashboard.accessibility, 0)}; TBT ${number(dashboard.tbt, 0)} ms; JS ${number(dashboard.scripts, 0)} kB`,
    dashboard.performance >= 90 &&
      dashboard.accessibility === 100 &&
      dashboard.tbt <= 200 &&
      dashboard.scripts <= 250,
  )

  write(started)
} finally {
  await stack.stop()
}
process.exit(0)

/** Memory of a process and its children. */
function groupMemory(leader) {
  const members = execFileSync('ps', ['-o', 'pid=', '--ppid', String(leader), '-p', String(leader)], {
    encoding: 'utf8',
  })
  return members
    .trim()
    .split(/\s+/)
    .reduce((sum, member) => sum + (existsSync(`/proc/${member}`) ? memory(member) : 0), 0)
}

/** Statements that ended in the gateway's database; one a transaction as long as a request opens none of its own. */
async function statements() {
  // A connection that fell idle hands its counters on after ten seconds.
  await new Promise((resolve) => setTimeout(resolve, 11_000))
  return Number(
    sql(stack.database, `select xact_commit + xact_rollback from pg_stat_database where datname = 'gateway'`),
  )
}

function write(started) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const notes = existsSync(join(root, 'bench/start.md'))
    ? readFileSync(join(root, 'bench/start.md'), 'utf8')
    : ''
  const lines = rows.map(
    ({ what, bar, measured, holds }) =>
      `| ${what} | ${bar} | ${measured} | ${holds ? 'holds' : '**falls short**'} |`,
  )
  writeFileSync(
    join(root, 'bench/RESULTS.md'),
    `# Results

Written by \`npm run bench\` at ${commit} on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0].model.trim()}),
${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}. Ratios are formed inside one round and are medians of rounds; absolute
numbers hold for this machine and hour only. Builds and start of this run: ${number(started, 0)} s.

| what | bar | measured | |
| --- | --- | --- | --- |
${lines.join('\n')}

${notes}`,
  )
  execFileSync('prettier', ['--write', '--log-level', 'warn', join(root, 'bench/RESULTS.md')])
  console.log('Written to bench/RESULTS.md')
}
