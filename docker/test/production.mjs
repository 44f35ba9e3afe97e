import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'

if (!process.env.STACK_STATUS) {
  throw new Error('These tests need production in containers. Run them with: npm test -- containers')
}

/** What scripts/checks/containers.mjs has written down about it. */
export const status = JSON.parse(readFileSync(process.env.STACK_STATUS, 'utf8'))
export const { site } = status.addresses
export const settings = process.env.ENV_FILE
export const folder = dirname(process.env.STACK_STATUS)

/** What a command prints. */
export const run = async (program, ...options) =>
  (await promisify(execFile)(program, options, { maxBuffer: 256 * 1024 ** 2 })).stdout

export const compose = (...command) => run('scripts/docker', 'prod', 'compose', ...command)

/** A restored machine has a certificate of its own: this test and those after it trust that one. */
export async function trustCertificate() {
  const certificate = await compose('exec', '-T', 'nginx', 'cat', '/etc/nginx/tls/fullchain.pem')
  writeFileSync(status.certificate, certificate)
  setDefaultCACertificates([...getCACertificates('default'), certificate])
}
