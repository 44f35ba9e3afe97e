// Runs under the workspace's own Node, started by scripts/start.mjs.
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { root, stop } from '../workspace.mjs'
import { profile as profileOf } from './profiles.mjs'
import { loadSettings } from './settings.mjs'
import { removeData, runningStack, Stack } from './stack.mjs'

const options = process.argv.slice(2)
const startedAt = Number(process.env.GANTRY_STARTED_AT ?? Date.now())

let stack
let stopping = false

/** Stops what runs, once; a second request while that lasts ends everything at once. */
async function shutDown(exitCode) {
  if (stopping) return
  stopping = true
  await stack?.stop()
  process.exit(exitCode)
}

let lastSignal = 0
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    const now = Date.now()
    if (stopping) {
      // One Ctrl-C may arrive twice: from the terminal and from npm.
      if (now - lastSignal > 1500) {
        stack?.supervisor.killAll()
        process.exit(1)
      }
      return
    }
    lastSignal = now
    console.log('\nStopping …')
    shutDown(0).catch(fail)
  })
}

function fail(error) {
  if (stopping) return
  console.error(`\n✗ ${error.message}`)
  return shutDown(1)
}

async function confirmReset(profile) {
  if (options.includes('--yes')) return true
  if (!process.stdin.isTTY) stop('Nobody is here to ask. Add --yes to start over without asking.')
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(
    `This deletes all data below ${profile.folder}: accounts, content, billing. Type "yes" to go on: `,
  )
  prompt.close()
  return answer.trim() === 'yes'
}

async function main() {
  const settings = loadSettings(process.env.ENV_FILE || join(root, '.env'), process.env)
  const profile = profileOf(options.includes('--dev') ? 'dev' : 'start', settings)
  const running = runningStack(profile)
  if (running) {
    throw new Error(
      `Gantry already runs here (pid ${running.supervisor}): ${running.addresses.site}. Stop it first with Ctrl-C.`,
    )
  }
  if (options.includes('--reset')) {
    if (!(await confirmReset(profile))) return console.log('Nothing was changed.')
    removeData(profile)
  }
  stack = new Stack(profile, settings)
  await stack.endLeftovers()
  await stack.checkPorts()
  await Promise.all([stack.build(), stack.startServices()])
  await stack.startApplications()
  console.log(summary(stack))
}

function summary({ addresses, profile }) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
  return `
Gantry is ready after ${seconds} s.

  Site          ${addresses.site}
  API docs      ${addresses.apiDocs}
  Mail catcher  ${addresses.mail}
  Lago sandbox  ${addresses.sandbox}

  Demo logins, all with the password gantry-demo-2026
  alice@acme.test      owns the organization Acme
  bob@acme.test        is a member of Acme
  charlie@globex.test  owns Globex
  dana@gantry.test     administers the platform
  eve@gantry.test      edits the content

Logs: ${join(profile.folder, 'logs')}. Ctrl-C stops everything.`
}

main().catch(fail)
