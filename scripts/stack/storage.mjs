import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../workspace.mjs'

/**
 * Where Postgres and nginx keep their files. They refuse to run as root, so root starts them as their own users; those
 * cannot enter a repository that lies in a private folder, and their files then live below /var/lib/gantry.
 *
 * @param {{name: string, folder: string}} profile
 * @returns {string} an existing folder that other users may pass through
 */
export function storageFolder(profile) {
  const folder =
    process.getuid?.() === 0 && !openToOthers(root)
      ? join('/var/lib/gantry', createHash('sha256').update(root).digest('hex').slice(0, 12), profile.name)
      : profile.folder
  mkdirSync(folder, { recursive: true })
  return folder
}

function openToOthers(folder) {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return folder === dirname(folder) || openToOthers(dirname(folder))
}

/** The user a program runs as: an unprivileged one of the system when started by root, otherwise whoever started it. */
export function systemUser(name) {
  if (process.getuid?.() !== 0) return {}
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
  if (!entry) throw new Error(`The system has no user "${name}", whom its package should have made.`)
  const [, , uid, gid] = entry.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Makes a private folder that belongs to the given user. */
export function privateFolder(folder, { uid, gid }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (uid !== undefined) chownSync(folder, uid, gid)
  return folder
}

/** Runs a program to its end as the given user. */
export function runAs({ uid, gid }, program, args, options = {}) {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
    uid,
    gid,
    ...options,
  })
}
