import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { root } from '../workspace.mjs'

const bases = [
  'debian:trixie-slim',
  'node:24-trixie-slim',
  'nginx:1.30-trixie',
  'postgres:17-trixie',
  'redis:8-trixie',
]
const within = [join(root, 'scripts/docker'), 'prod', 'compose', 'exec', '-T']
const redisCli = ['sh', '-c', 'REDISCLI_AUTH=$REDIS_PASSWORD exec redis-cli --user gateway "$@"', 'redis-cli']
const ports = { LAGO_PORT: '43100', MAIL_PORT: '41080' }

/** For the images and the start together, and for each stage: longer than a slow machine takes, so that whatever hangs ends. */
export const patience = 20 * 60_000

/**
 * Why production cannot be run in containers on this machine, in one sentence, or nothing.
 *
 * @returns {string | undefined}
 */
export function obstacle() {
  const docker = (...command) => spawnSync('docker', command, { encoding: 'utf8', timeout: 3 * 60_000 })
  if (docker('version', '--format', '{{.Server.Version}}').status !== 0)
    return 'Docker is missing here or does not answer'
  for (const plugin of ['compose', 'buildx'])
    if (docker(plugin, 'version').status !== 0) return `Docker has no ${plugin} here`
  const missing = bases.find(
    (image) =>
      docker('image', 'inspect', image).status !== 0 && docker('pull', '--quiet', image).status !== 0,
  )
  return missing && `the image ${missing} is not here and cannot be fetched`
}

/** Production in containers, from this checkout: the sandbox and a mail catcher in the places of Lago and the mail server. */
export class Containers {
  #child
  #deadline = AbortSignal.timeout(patience)
  #stopped

  /**
   * @param {string} folder for its settings, logs and backups
   * @param {(message: string) => void} say tells a person what happened
   */
  constructor(folder, say = console.log) {
    this.folder = folder
    this.say = say
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.log = createWriteStream(join(folder, 'containers.log'))
    this.certificate = join(folder, 'site.pem')
    this.env = {
      ...process.env,
      ENV_FILE: join(folder, 'test.env.production'),
      COMPOSE_PROJECT_NAME: 'gantry-test',
      COMPOSE_PROGRESS: 'plain',
      GANTRY_VERSION: 'test',
    }
  }

  async start() {
    await this.#run('scripts/generate-secrets', this.env.ENV_FILE)
    this.#set({
      DOMAIN: 'localhost',
      CERTIFICATE: 'self-signed',
      MAIL_FROM: 'Gantry <hello@gantry.test>',
      LAGO_ADMIN_EMAIL: 'lago@gantry.test',
      COMPOSE_OVERLAY: 'docker/rehearsal.yml',
      ...ports,
    })
    await this.#remove()
    const before = await openPorts()
    await this.#step('Images', 'scripts/docker', 'prod', 'build')
    await this.#step('Production in containers', 'scripts/docker', 'prod', 'up', '--wait-timeout', '600')
    const opened = (await openPorts()).filter((port) => !before.includes(port))
    writeFileSync(
      this.certificate,
      await this.#compose('exec', '-T', 'nginx', 'cat', '/etc/nginx/tls/fullchain.pem'),
    )
    writeFileSync(
      join(this.folder, 'status.json'),
      JSON.stringify({
        addresses: {
          site: 'https://localhost',
          mail: `http://127.0.0.1:${ports.MAIL_PORT}`,
          sandbox: `http://127.0.0.1:${ports.LAGO_PORT}`,
        },
        certificate: this.certificate,
        address: address(),
        opened,
        ace: [...within, 'gateway', 'node', 'ace.js'],
        redis: [...within, 'redis', ...redisCli],
      }),
    )
  }

  /** What a check of the running containers needs to know. */
  get environment() {
    return {
      ...this.env,
      STACK_STATUS: join(this.folder, 'status.json'),
      NODE_EXTRA_CA_CERTS: this.certificate,
      LAGO_API_KEY: /^LAGO_API_KEY=(.*)$/m.exec(readFileSync(this.env.ENV_FILE, 'utf8'))[1],
      SCREENSHOTS: join(this.folder, 'screenshots'),
    }
  }

  /** Removes containers, networks and volumes; the images stay, so that the next run builds what changed. */
  stop() {
    return (this.#stopped ??= this.#stop())
  }

  async #stop() {
    const child = this.#child
    if (child) {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('close', resolve))
    }
    this.#deadline = AbortSignal.timeout(5 * 60_000)
    // Into the log of this run; what fails here must not hide why the run has ended.
    await this.#compose('logs', '--no-color', '--timestamps').catch(() => {})
    await this.#remove().catch((error) => this.say(`! ${error.message}`))
    spawnSync('docker', [
      'image',
      'prune',
      '--force',
      '--filter',
      'label=org.opencontainers.image.version=test',
    ])
    this.log.end()
  }

  #remove() {
    return this.#compose('down', '--volumes', '--remove-orphans', '--timeout', '10')
  }

  #compose(...command) {
    return this.#run('scripts/docker', 'prod', 'compose', ...command)
  }

  async #step(title, ...command) {
    const begun = Date.now()
    await this.#run(...command)
    this.say(`✓ ${title.padEnd(34)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
  }

  /** Fills in lines of the settings file, or adds them. */
  #set(settings) {
    let text = readFileSync(this.env.ENV_FILE, 'utf8')
    for (const [name, value] of Object.entries(settings)) {
      const line = new RegExp(`^${name}=.*$`, 'm')
      text = line.test(text) ? text.replace(line, `${name}=${value}`) : `${text}${name}=${value}\n`
    }
    writeFileSync(this.env.ENV_FILE, text)
  }

  /**
   * @returns {Promise<string>} what the command printed to its standard output
   * @throws {Error} with the end of what it printed, when it fails
   */
  #run(...command) {
    return new Promise((resolve, reject) => {
      const child = (this.#child = spawn(command[0], command.slice(1), {
        cwd: root,
        env: this.env,
        signal: this.#deadline,
        stdio: ['ignore', 'pipe', 'pipe'],
      }))
      const printed = { stdout: '', all: '' }
      for (const name of ['stdout', 'stderr']) {
        child[name].on('data', (chunk) => {
          printed.all += chunk
          if (name === 'stdout') printed.stdout += chunk
          this.log.write(chunk)
        })
      }
      child.on('error', (error) => (printed.all += error.message))
      child.on('close', (code) => {
        this.#child = undefined
        if (code === 0) resolve(printed.stdout)
        else
          reject(
            new Error(
              `"${command.join(' ')}" failed:\n${printed.all.trimEnd().split('\n').slice(-60).join('\n')}`,
            ),
          )
      })
    })
  }
}

/** An address of this machine that others reach it by. */
function address() {
  return Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

/** Ports of this machine that answer others: every one is asked, at the address that others use. */
async function openPorts() {
  const host = address()
  const open = []
  let next = 1
  const ask = async () => {
    while (next <= 65_535) {
      const port = next++
      if (await answers(host, port)) open.push(port)
    }
  }
  await Promise.all(Array.from({ length: 200 }, ask))
  return open
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (open) => {
      socket.destroy()
      resolve(open)
    }
    // A connection that begins at the very port it asks reaches itself: nobody listens there.
    socket.on('connect', () => end(socket.localPort !== port))
    socket.on('timeout', () => end(false))
    socket.on('error', () => end(false))
  })
}
