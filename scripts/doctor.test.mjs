import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { root } from './workspace.mjs'

/** Programs of a healthy server, each as the body of a shell script. */
const healthy = {
  docker: `case $1 in
    version*) echo 28.5.2 ;;
    compose*) echo 2.40.3 ;;
    buildx*) echo v0.29.1 ;;
    info*) echo / ;;
  esac`,
  getent: 'echo "192.0.2.7 STREAM gantry.test"',
  hostname: 'echo "192.0.2.7 "',
  getconf: 'case $1 in _PHYS_PAGES) echo 1048576 ;; *) echo 4096 ;; esac',
  df: 'printf "Filesystem 1M-blocks Used Available Capacity Mounted\\n/dev/vda 50000 1 40000 1%% /\\n"',
  timedatectl: 'echo yes',
}
let secrets

before(() => {
  const file = join(mkdtempSync(join(tmpdir(), 'gantry-doctor-')), 'secrets')
  const { status, stderr } = spawnSync('scripts/generate-secrets', [file], { cwd: root, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  secrets = readFileSync(file, 'utf8')
})

/**
 * Asks the doctor about a healthy server on which some things differ.
 *
 * @param {{programs?: Record<string, string>, settings?: Record<string, string>, without?: string, mode?: number}} differences
 */
function examine({ programs = {}, settings = {}, without, mode = 0o600 } = {}, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-doctor-'))
  for (const [name, body] of Object.entries({ ...healthy, ...programs }))
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  const file = join(folder, 'settings')
  const named = {
    DOMAIN: 'gantry.test',
    MAIL_FROM: 'Gantry <hello@gantry.test>',
    LAGO_ADMIN_EMAIL: 'ops@gantry.test',
    CERTIFICATE: 'acme',
    ACME_EMAIL: 'ops@gantry.test',
    HTTP_PORT: '1',
    HTTPS_PORT: '2',
    ...settings,
  }
  const lines = secrets.split('\n').filter((line) => !without || !line.startsWith(`${without}=`))
  writeFileSync(
    file,
    [...lines, ...Object.entries(named).map(([name, value]) => `${name}=${value}`), ''].join('\n'),
  )
  chmodSync(file, mode)
  const { status, stdout, stderr } = spawnSync('scripts/doctor', options, {
    cwd: root,
    env: { PATH: `${folder}:${process.env.PATH}`, ENV_FILE: file },
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
  return { status, stdout, problems: stdout.split('\n').filter((line) => /^[✗!]/.test(line)) }
}

test('a server that has everything is told so', () => {
  const { status, stdout, problems } = examine()
  assert.deepEqual(problems, [])
  assert.equal(status, 0)
  assert.match(stdout, /✓ every secret is set/)
})

test('before a start only problems are named', () => {
  assert.equal(examine({}, ['--brief']).stdout, '')
})

const refusals = [
  [
    'an engine that does not answer',
    { programs: { docker: 'case $1 in compose | buildx) echo 2.40.3 ;; *) exit 1 ;; esac' } },
    /Docker does not answer.*systemctl/,
  ],
  [
    'an old engine',
    { programs: { docker: 'case $1 in version) echo 20.10.24 ;; *) echo 2.40.3 ;; esac' } },
    /Engine 20\.10\.24 is too old/,
  ],
  [
    'an old Compose',
    { programs: { docker: 'case $1 in compose) echo 2.9.0 ;; info) echo / ;; *) echo 28.5.2 ;; esac' } },
    /Compose 2\.9\.0 is too old/,
  ],
  ['settings that others may read', { mode: 0o644 }, /mode 644.*chmod 600/],
  ['a missing secret', { without: 'APP_KEY' }, /lacks APP_KEY\. Run: scripts\/generate-secrets/],
  [
    'a file of a secret that is not there',
    { settings: { APP_KEY_FILE: '/nowhere' } },
    /APP_KEY_FILE=\/nowhere/,
  ],
  ['no name of the site', { settings: { DOMAIN: '' } }, /DOMAIN is not set/],
  ['no address for the authority', { settings: { ACME_EMAIL: '' } }, /ACME_EMAIL is not set/],
  [
    'too little memory',
    { programs: { getconf: 'case $1 in _PHYS_PAGES) echo 262144 ;; *) echo 4096 ;; esac' } },
    /1024 MB of memory/,
  ],
  [
    'a full disk',
    { programs: { df: 'printf "Filesystem x\\n/dev/vda 50000 1 900 1%% /\\n"' } },
    /Only 900 MB are free/,
  ],
]
for (const [title, differences, sentence] of refusals)
  test(`${title} is refused`, () => {
    const { status, problems } = examine(differences)
    assert.equal(problems.length, 1, problems.join('\n'))
    assert.match(problems[0], sentence)
    assert.equal(status, 1)
  })

const advice = [
  ['a name without an address', { programs: { getent: 'exit 2' } }, /has no address yet/],
  ['a name that leads elsewhere', { programs: { hostname: 'echo 198.51.100.1' } }, /leads to 192\.0\.2\.7/],
  ['a clock that nothing keeps right', { programs: { timedatectl: 'echo no' } }, /set-ntp true/],
  [
    'memory for a site without Lago',
    { programs: { getconf: 'case $1 in _PHYS_PAGES) echo 524288 ;; *) echo 4096 ;; esac' } },
    /With Lago 4 GB/,
  ],
]
for (const [title, differences, sentence] of advice)
  test(`${title} is warned about, and the start goes on`, () => {
    const { status, problems } = examine(differences, ['--brief'])
    assert.equal(problems.length, 1, problems.join('\n'))
    assert.match(problems[0], sentence)
    assert.equal(status, 0)
  })

test('a port that something else holds is named', async () => {
  const other = createServer()
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address()
  const { status, problems } = examine({ settings: { HTTPS_PORT: String(port) } })
  other.close()
  assert.match(problems.join('\n'), new RegExp(`^✗ Port ${port} is in use`))
  assert.equal(status, 1)
})

test('the ports of the Gantry that runs already are not held against it', async () => {
  const own = createServer()
  await new Promise((resolve) => own.listen(0, '127.0.0.1', resolve))
  const running = healthy.docker.replace('info*', 'ps*) echo 0123456789ab ;;\n    info*')
  const { problems } = examine({
    settings: { HTTPS_PORT: String(own.address().port) },
    programs: { docker: running },
  })
  own.close()
  assert.deepEqual(problems, [])
})

test('without settings the first command is named', () => {
  const { status, stdout } = spawnSync('scripts/doctor', [], {
    cwd: root,
    env: { ...process.env, ENV_FILE: '/nowhere/settings' },
    encoding: 'utf8',
  })
  assert.match(stdout, /settings is missing\. Run scripts\/generate-secrets/)
  assert.equal(status, 1)
})
