import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync, openSync, closeSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const requiredNode = [24, 11]
const requiredGigabytes = 4

/** Says in one sentence what is wrong and how to mend it, then ends with an exit code that is not 0. */
export function stop(sentence) {
  console.error(`\n✗ ${sentence}`)
  process.exit(1)
}

function olderThan(version, [major, minor]) {
  const [actualMajor, actualMinor] = version.replace('v', '').split('.').map(Number)
  return actualMajor < major || (actualMajor === major && actualMinor < minor)
}

/** The environment of every command of the workspace: its own Node and tools first, nothing reported to anybody. */
export function workspaceEnvironment() {
  return {
    ...process.env,
    PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
    TURBO_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  }
}

/**
 * Checks the machine, installs the locked dependencies when they changed, and makes sure that a current Node is there.
 *
 * @param {string} dataFolder the folder, relative to the root, that holds data and logs
 * @returns {Promise<Record<string, string>>} the environment for commands of the workspace
 */
export async function prepareWorkspace(dataFolder) {
  if (olderThan(process.version, [18, 17])) {
    stop(
      `Node ${process.version} is too old to begin with. Install Node 18.17 or newer and run the command again.`,
    )
  }
  const disk = statfsSync(root)
  const freeGigabytes = (disk.bavail * disk.bsize) / 1024 ** 3
  if (freeGigabytes < requiredGigabytes && !existsSync(join(root, 'node_modules'))) {
    stop(
      `Only ${freeGigabytes.toFixed(1)} GB are free below ${root}. Make room for ${requiredGigabytes} GB and run the command again.`,
    )
  }
  const env = workspaceEnvironment()
  install(env, join(root, dataFolder, 'logs'))

  const { stdout } = spawnSync('node', ['--version'], { env, encoding: 'utf8' })
  const version = (stdout ?? '').trim()
  if (!version || olderThan(version, requiredNode)) {
    stop(
      `The installed Node is ${version || 'missing'}, but ${requiredNode.join('.')} is needed. On Linux it comes with the packages: ` +
        'remove node_modules and run the command again. On other systems install it from your package manager.',
    )
  }
  return env
}

function install(env, logs) {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'))
  const installed = createHash('sha256').update(lockfile).digest('hex')
  const marker = join(root, 'node_modules', '.installed')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === installed) return

  const begun = Date.now()
  process.stdout.write('· Installing packages … ')
  mkdirSync(dirname(logs), { recursive: true })
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const logFile = join(logs, 'install.log')
  const log = openSync(logFile, 'w')
  const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('+')[0]
  const { status, error } = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    // npm hands its own settings down as variables, and pnpm would warn about each.
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_'))),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (status !== 0) {
    console.error(readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n'))
    stop(
      `The packages could not be installed${error ? ` (${error.message})` : ''}. The whole output is in ${logFile}.`,
    )
  }
  writeFileSync(marker, installed)
  console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
