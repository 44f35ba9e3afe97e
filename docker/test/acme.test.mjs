import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { connect } from 'node:tls'
import { promisify } from 'node:util'

const domain = 'gantry.example'
const ports = { HTTP_PORT: '40080', HTTPS_PORT: '40443' }
const folder = mkdtempSync(join(tmpdir(), 'gantry-acme-'))
const settings = join(folder, 'acme.env.production')
const environment = {
  ...process.env,
  AUTHORITY: folder,
  ENV_FILE: settings,
  COMPOSE_PROJECT_NAME: 'gantry-acme',
  COMPOSE_OVERLAY: 'docker/rehearsal.yml docker/test/acme.yml',
}
const compose = async (...command) =>
  (
    await promisify(execFile)('scripts/docker', ['prod', 'compose', ...command], {
      env: environment,
      maxBuffer: 64 * 1024 ** 2,
    })
  ).stdout

before(async () => {
  execFileSync('openssl', [
    ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority'.split(' '),
    ...['-addext', 'subjectAltName=DNS:authority', '-keyout', join(folder, 'key.pem')],
    ...['-out', join(folder, 'certificate.pem')],
  ])
  execFileSync('scripts/generate-secrets', [settings])
  const wanted = {
    DOMAIN: domain,
    CERTIFICATE: 'acme',
    ACME_EMAIL: 'operator@gantry.example',
    ACME_SERVER: 'https://authority:14000/dir',
    MAIL_FROM: 'hello@gantry.example',
    LAGO_ADMIN_EMAIL: 'lago@gantry.example',
    ...ports,
  }
  const rest = readFileSync(settings, 'utf8')
    .split('\n')
    .filter((line) => !(line.split('=')[0] in wanted))
  const lines = Object.entries(wanted).map(([name, value]) => `${name}=${value}`)
  writeFileSync(settings, [...rest, ...lines, ''].join('\n'))
  // Users of containers read the authority's files.
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'key.pem'), 0o644)
  await compose('build', 'authority')
  await compose('up', '--detach', '--no-deps', 'authority', 'certificates', 'nginx')
})

after(async () => {
  await compose('down', '--volumes', '--timeout', '5')
  rmSync(folder, { recursive: true })
})

/** The certificate that a browser would be shown. */
function shown() {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { host: '127.0.0.1', port: Number(ports.HTTPS_PORT), servername: domain, rejectUnauthorized: false },
      () => {
        resolve(socket.getPeerCertificate())
        socket.destroy()
      },
    )
    socket.on('error', reject)
  })
}

/** Waits for a certificate that satisfies. */
async function certificate(what, satisfies) {
  let last
  for (let tries = 0; tries < 300; tries += 1) {
    last = await shown().catch((error) => error)
    if (!(last instanceof Error) && satisfies(last)) return last
    await delay(1000)
  }
  throw new Error(
    `Waited in vain for ${what}: ${last.message ?? JSON.stringify(last.subject)}\n${await compose('logs')}`,
  )
}

test('the authority signs a certificate for the domain, and again before it ends, without hands', async () => {
  const own = await certificate('the first certificate', () => true)
  assert.equal(own.issuer.CN, domain)

  const signed = await certificate('one of the authority', ({ issuer }) => /Pebble/.test(issuer.CN))
  assert.equal(signed.subjectaltname, `DNS:${domain}`)

  const renewed = await certificate(
    'the next one',
    ({ issuer, serialNumber }) => /Pebble/.test(issuer.CN) && serialNumber !== signed.serialNumber,
  )
  assert.ok(new Date(renewed.valid_to) > new Date(signed.valid_to))
  const logs = await compose('logs', 'certificates')
  assert.equal(logs.match(/arrived/g)?.length >= 2, true)
})
