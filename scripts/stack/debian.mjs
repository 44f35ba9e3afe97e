import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The programs of the stack that come from the system, and Debian's package for each. */
const programs = {
  postgres: { package: 'postgresql', find: findPostgres },
  redis: { package: 'redis-server', find: () => onPath('redis-server') },
  nginx: { package: 'nginx', find: () => onPath('nginx') },
  chromium: { package: 'chromium', find: () => onPath('chromium') },
  faketime: { package: 'faketime', find: findFaketime },
  wrk: { package: 'wrk', find: () => onPath('wrk') },
}

/**
 * Finds the system's programs and installs the Debian packages of those that are missing, where that is allowed.
 *
 * @param {(keyof typeof programs)[]} names
 * @param {(message: string) => void} say told before something is installed
 * @returns {Record<string, string>} each program's path; for postgres the folder of its programs
 * @throws {Error} one sentence with the command to type, when packages are missing and may not be installed
 */
export function systemPrograms(names, say) {
  const missing = names.filter((name) => !programs[name].find())
  if (missing.length > 0)
    installPackages(
      missing.map((name) => programs[name].package),
      say,
    )
  return Object.fromEntries(
    names.map((name) => {
      const path = programs[name].find()
      if (!path)
        throw new Error(
          `${programs[name].package} is installed, but its programs cannot be found on the PATH.`,
        )
      return [name, path]
    }),
  )
}

function findPostgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const newest = versions
    .filter((version) => existsSync(join('/usr/lib/postgresql', version, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0]
  if (newest) return join('/usr/lib/postgresql', newest, 'bin')
  const postgres = onPath('postgres')
  return postgres && onPath('initdb') ? join(postgres, '..') : null
}

/** The library that gives a process another clock. */
function findFaketime() {
  const folders = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
    : []
  return (
    folders
      .map((folder) => join('/usr/lib', folder, 'faketime', 'libfaketimeMT.so.1'))
      .find((path) => existsSync(path)) ?? null
  )
}

function onPath(program) {
  const folders = [...process.env.PATH.split(':'), '/usr/sbin', '/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null
}

function installPackages(packages, say) {
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`
  const isRoot = process.getuid?.() === 0
  const prefix = isRoot ? [] : ['sudo', '-n']
  const allowed = isRoot || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (!onPath('apt-get')) {
    throw new Error(
      `Missing: ${packages.join(', ')}. Install them with your package manager and run the command again.`,
    )
  }
  if (!allowed) {
    throw new Error(
      `Missing: ${packages.join(', ')}. Type this, then run the command again: sudo sh -c '${command}'`,
    )
  }
  say(`installing ${packages.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const [program, ...rest] = [...prefix, ...args]
    const { status, stderr } = spawnSync(program, rest, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`"${command}" failed: ${stderr.trim().split('\n').at(-1)}`)
  }
  stopSystemServices(prefix, packages)
}

/** Debian starts a service right after installing it; the stack runs its own copies on its own ports instead. */
function stopSystemServices(prefix, packages) {
  if (!existsSync('/run/systemd/system')) return
  const services = packages.filter((name) => !['chromium', 'wrk', 'faketime'].includes(name))
  if (services.length === 0) return
  const [program, ...rest] = [...prefix, 'systemctl', 'disable', '--now', ...services]
  try {
    execFileSync(program, rest, { stdio: 'ignore' })
  } catch {
    // A service that does not exist under this name has nothing to stop.
  }
}
