import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemPrograms } from '../stack/debian.mjs'
import { prepareDatabases } from '../stack/postgres.mjs'
import { profile as profileOf } from '../stack/profiles.mjs'
import { loadSettings } from '../stack/settings.mjs'
import { removeData, runningStack, Stack } from '../stack/stack.mjs'
import { root } from '../workspace.mjs'
import { Containers, obstacle, patience } from './containers.mjs'
import { countTests } from './counts.mjs'

const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('+')[0]
const startedAt = Date.now()

/** These stop processes of the stack, want a provider that containers do not reach, or look at every page once more. */
const notInContainers = ['failures', 'social', 'pages'].map((name) => `${name}.test.mjs`)
const throughTls = readdirSync(join(root, 'e2e')).filter(
  (name) => name.endsWith('.test.mjs') && !notInContainers.includes(name),
)

/**
 * What is checked, in this order. `needs` says how much of the stack runs: nothing, the stores and services, or all of it; after
 * that, and only when asked for, production in containers. A stage without tests of its own counts as one.
 */
const stages = [
  { name: 'format', needs: 'nothing', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', needs: 'builds', command: ['npx', '--yes', pnpm, 'exec', 'turbo', 'run', 'lint'] },
  {
    name: 'lint-scripts',
    needs: 'nothing',
    command: ['eslint', 'scripts', 'nginx', 'docker', 'e2e', 'bench'],
  },
  { name: 'types', needs: 'builds', command: ['npx', '--yes', pnpm, 'exec', 'turbo', 'run', 'typecheck'] },
  { name: 'scripts', needs: 'nothing', command: ['node', '--test', 'scripts/**/*.test.mjs'], counted: true },
  { name: 'nginx', needs: 'nothing', command: ['node', '--test', 'nginx/**/*.test.mjs'], counted: true },
  {
    name: 'web',
    needs: 'builds',
    command: ['npx', '--yes', pnpm, 'run', 'test'],
    folder: 'apps/web',
    counted: true,
  },
  {
    name: 'lago-sandbox',
    needs: 'services',
    folder: 'apps/lago-sandbox',
    command: ['npx', '--yes', pnpm, 'run', 'test'],
    counted: true,
  },
  {
    name: 'cms',
    needs: 'services',
    folder: 'apps/cms',
    command: ['npx', '--yes', pnpm, 'run', 'test'],
    counted: true,
  },
  {
    name: 'gateway',
    needs: 'services',
    folder: 'apps/gateway',
    command: ['npx', '--yes', pnpm, 'run', 'test'],
    counted: true,
  },
  {
    name: 'e2e',
    needs: 'applications',
    command: ['node', '--test', '--test-isolation=none', '--test-force-exit', 'e2e/**/*.test.mjs'],
    counted: true,
  },
  {
    name: 'containers-e2e',
    needs: 'containers',
    command: [
      ...['node', '--test', '--test-isolation=none', '--test-force-exit'],
      ...throughTls.map((name) => `e2e/${name}`),
    ],
    counted: true,
  },
  {
    name: 'containers-checks',
    needs: 'containers',
    command: ['node', '--test', '--test-concurrency=1', '--test-reporter=spec', 'docker/test/*.test.mjs'],
    counted: true,
    told: /ℹ .* (MB|s|failed)$/,
  },
]

const depth = ['nothing', 'builds', 'services', 'applications']
const wanted = process.argv.slice(2)
/** Names for several stages at once. */
const groups = { everything: () => true, containers: ({ needs }) => needs === 'containers' }
const unknown = wanted.find((name) => !groups[name] && !stages.some((stage) => stage.name === name))
if (unknown) {
  const names = [...stages.map(({ name }) => name), ...Object.keys(groups)]
  console.error(`There is no stage "${unknown}". Stages: ${names.join(', ')}.`)
  process.exit(2)
}
const chosen = stages.filter((stage) =>
  wanted.length === 0
    ? !groups.containers(stage)
    : wanted.some((name) => name === stage.name || groups[name]?.(stage)),
)
const inContainers = chosen.filter(groups.containers)
const onThisMachine = chosen.filter((stage) => !groups.containers(stage))

const profile = profileOf('test', process.env)

/** End-to-end tests start a provider and a name server there: beside the site, on an address of their own. */
const there = `127.0.0.2:${profile.ports.NGINX_PORT + 16}`
const client = (name) => ({ [`${name}_CLIENT_ID`]: 'gantry', [`${name}_CLIENT_SECRET`]: 'only-for-tests' })
const identityProvider = {
  ...client('GOOGLE'),
  GOOGLE_ISSUER: `http://${there}/google`,
  ...client('GITHUB'),
  GITHUB_URL: `http://${there}/github`,
  GITHUB_API_URL: `http://${there}/github/api`,
  ...client('OIDC'),
  OIDC_ISSUER: `http://${there}/oidc`,
  OIDC_NAME: 'Yard',
  OUTBOUND_ALLOWED_HOSTS: there,
  DNS_SERVERS: there,
}
let stack, containers
const totals = { passed: 0, failed: 0 }

const stop = () => Promise.all([stack?.stop(), containers?.stop()])
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stop().finally(() => process.exit(1))
  })
}

async function checkThisMachine() {
  const running = runningStack(profile)
  if (running)
    throw new Error(`Tests already run here (pid ${running.supervisor}). Wait for them or stop them.`)
  removeData(profile)
  const settings = loadSettings(join(profile.folder, 'secrets.env'), { ...identityProvider, ...process.env })
  stack = new Stack(profile, settings)
  await stack.endLeftovers()
  await stack.checkPorts()

  const needed = Math.max(...onThisMachine.map(({ needs }) => depth.indexOf(needs)))
  if (needed >= depth.indexOf('services')) await stack.startServices()
  if (needed >= depth.indexOf('builds')) await stack.build()
  if (needed >= depth.indexOf('services')) freshDatabases()
  if (needed >= depth.indexOf('applications')) {
    systemPrograms(['chromium'], stack.say)
    await stack.startApplications()
  }
  for (const stage of onThisMachine) await runStage(stage)
}

async function checkContainers() {
  const reason = obstacle()
  if (reason) {
    console.log(`– ${inContainers.map(({ name }) => name).join(', ')}: not run, ${reason}.`)
    return
  }
  systemPrograms(['chromium'], console.log)
  mkdirSync(join(profile.folder, 'logs'), { recursive: true, mode: 0o700 })
  containers = new Containers(join(profile.folder, 'containers'))
  await containers.start()
  for (const stage of inContainers) await runStage(stage)
}

/** Tests that write to a store get databases of their own in the running Postgres. */
function freshDatabases() {
  prepareDatabases(stack.database, ['gateway_test', 'directus_test', 'lago_test'])
}

function environmentOf({ name, needs }) {
  if (needs === 'containers') return containers.environment
  const {
    env,
    profile: { ports, folder },
  } = stack
  const free = (offset) => String(ports.NGINX_PORT + offset)
  switch (name) {
    case 'lago-sandbox':
      return { ...env.lago, DB_DATABASE: 'lago_test', PORT: free(11) }
    case 'cms':
      return {
        ...env.cms,
        DB_DATABASE: 'directus_test',
        PORT: free(12),
        STORAGE_LOCAL_ROOT: join(folder, 'uploads', 'cms-test'),
      }
    case 'gateway':
      return {
        ...env.gateway,
        NODE_ENV: 'test',
        DB_DATABASE: 'gateway_test',
        REDIS_DB: '1',
        PORT: free(13),
        INTERNAL_PORT: free(14),
        WORKER_PORT: free(15),
        LAGO_WEBHOOK_URL: `http://127.0.0.1:${free(13)}/api/billing/webhooks`,
        LOG_LEVEL: 'error',
        // The tests know what stands in `.env.test`.
        JWT_PREVIOUS_KEYS: undefined,
        ...Object.fromEntries(Object.keys(identityProvider).map((name) => [name, undefined])),
        MAIL_URL: stack.addresses.mail,
        FAKETIME_LIBRARY: systemPrograms(['faketime'], stack.say).faketime,
      }
    case 'e2e':
      return {
        STACK_STATUS: join(folder, 'status.json'),
        LAGO_API_KEY: env.lago.LAGO_API_KEY,
        SCREENSHOTS: join(folder, 'screenshots'),
        IDENTITY_PROVIDER: `http://${there}`,
      }
    default:
      return {}
  }
}

async function runStage(stage) {
  const begun = Date.now()
  const logFile = join(profile.folder, 'logs', `test-${stage.name}.log`)
  const { code, output } = await runCommand(stage, logFile)
  const counts = stage.counted ? countTests(output) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  const failed = counts.failed + counts.skipped || (code !== 0 || counts.passed === 0 ? 1 : 0)
  totals.passed += counts.passed
  totals.failed += failed
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(
    `${failed ? '✗' : '✓'} ${stage.name.padEnd(17)} ${counts.passed} passed, ${failed} failed  ${seconds.padStart(6)} s`,
  )
  for (const line of output.split('\n')) if (stage.told?.test(line)) console.log(`  ${line.trim()}`)
  if (failed)
    console.log(`${output.trimEnd().split('\n').slice(-120).join('\n')}\n  The whole output is in ${logFile}`)
}

function runCommand(stage, logFile) {
  return new Promise((resolve) => {
    const log = createWriteStream(logFile)
    const child = spawn(stage.command[0], stage.command.slice(1), {
      cwd: join(root, stage.folder ?? '.'),
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...environmentOf(stage) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: stage.needs === 'containers' ? patience : undefined,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        log.write(chunk)
      })
    }
    child.on('message', (message) => answer(child, message))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      log.end()
      resolve({ code, output })
    })
  })
}

/** End-to-end tests ask for a process to be stopped or started: `{id, act: 'suspend' | 'resume', name}`. */
async function answer(child, { id, act, name }) {
  try {
    if (act === 'suspend') await stack.supervisor.suspend(name)
    else if (act === 'resume') await stack.supervisor.resume(name)
    else throw new Error(`Unknown request ${act}`)
    child.send({ id })
  } catch (error) {
    child.send({ id, error: error.message })
  }
}

for (const [stages, check] of [
  [onThisMachine, checkThisMachine],
  [inContainers, checkContainers],
]) {
  if (stages.length === 0) continue
  try {
    await check()
  } catch (error) {
    totals.failed += 1
    console.error(`\n✗ ${error.message}`)
  }
  await stop()
}
console.log(`\nTook ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
