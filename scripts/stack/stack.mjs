import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../workspace.mjs'
import { systemPrograms } from './debian.mjs'
import { isFree } from './health.mjs'
import { nginx } from './nginx.mjs'
import { postgres, prepareDatabases } from './postgres.mjs'
import * as applications from './processes.mjs'
import { redis } from './redis.mjs'
import { storageFolder } from './storage.mjs'
import { Supervisor } from './supervisor.mjs'

const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('+')[0]

/** The whole product on this machine: stores, services and applications of one profile. */
export class Stack {
  /**
   * @param {{name: string, folder: string, ports: Record<string, number>}} profile
   * @param {Record<string, string>} settings
   * @param {(message: string) => void} say tells a person what happened
   */
  constructor(profile, settings, say = console.log) {
    this.profile = profile
    this.settings = settings
    this.say = say
    this.env = applications.environments(profile, settings)
    this.appUrl = this.env.gateway.APP_URL
    this.addresses = {
      site: this.appUrl,
      apiDocs: `${this.appUrl}/api/docs`,
      mail: `http://localhost:${profile.ports.MAIL_PORT}`,
      sandbox: `http://localhost:${profile.ports.LAGO_PORT}`,
    }
    this.supervisor = new Supervisor(
      profile.folder,
      {
        profile: profile.name,
        startedAt: new Date().toISOString(),
        supervisor: process.pid,
        addresses: this.addresses,
      },
      say,
    )
  }

  /** Ends what an earlier supervisor left behind when it was killed. */
  async endLeftovers() {
    for (const { name, pid } of leftovers(this.profile)) {
      this.say(`Stopping ${name} (pid ${pid}), left over from a run that was cut off`)
      process.kill(-pid, 'SIGKILL')
      while (existsSync(`/proc/${pid}`)) await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Refuses to begin when a port is taken. */
  async checkPorts() {
    for (const [variable, port] of Object.entries(this.profile.ports)) {
      if (!(await isFree(port))) {
        throw new Error(
          `Port ${port} is in use. Stop what listens there, or move Gantry with ${variable}=<another port>.`,
        )
      }
    }
  }

  /** Brings up the stores and the services that are not ours to build: Postgres, Redis, mail catcher, sandbox, Directus. */
  async startServices() {
    const { profile, settings, env, supervisor } = this
    this.programs = await this.step('System packages', () =>
      systemPrograms(['postgres', 'redis', 'nginx'], this.say),
    )
    const storage = (this.storage = storageFolder(profile))
    this.database = { bin: this.programs.postgres, storage, port: profile.ports.POSTGRES_PORT, settings }
    await this.step('Postgres', async () => {
      await supervisor.start(this.#marked(postgres(this.database)))
      prepareDatabases(this.database)
    })
    await Promise.all([
      this.step('Redis', () =>
        supervisor.start(
          this.#marked(
            redis({
              program: this.programs.redis,
              folder: profile.folder,
              port: profile.ports.REDIS_PORT,
              password: settings.REDIS_PASSWORD,
            }),
          ),
        ),
      ),
      this.step('Mail catcher', () => supervisor.start(this.#marked(applications.mail(profile, env.mail)))),
      this.step('Lago sandbox', () => supervisor.start(this.#marked(applications.lago(profile, env.lago)))),
    ])
    await this.step('Directus', () => supervisor.start(this.#marked(applications.cms(profile, env.cms))))
    await this.step('Content: schema, roles, pages', () =>
      this.run('content', ['node', 'src/apply.ts'], { cwd: join(root, 'apps/cms'), env: env.cms }),
    )
  }

  /** Makes the production builds, or for development only the generated code. */
  async build() {
    const task = this.profile.name === 'dev' ? 'codegen' : 'build'
    await this.step(task === 'build' ? 'Production builds' : 'Generated code', () =>
      this.run(
        'build',
        [
          'npx',
          '--yes',
          pnpm,
          'exec',
          'turbo',
          'run',
          task,
          '--filter=@gantry/gateway',
          '--filter=@gantry/web',
        ],
        {
          cwd: root,
          env: process.env,
        },
      ),
    )
  }

  /** Migrates and seeds the gateway, then starts it, the worker, the site and nginx. Needs `startServices` and `build`. */
  async startApplications() {
    const { profile, env, supervisor } = this
    const ace = (...command) => {
      const { cwd, command: node } = applications.gatewayCommand(profile.name, ['ace.js'], ['ace.js'])
      return this.run('migrations', [...node, ...command], { cwd, env: env.gateway })
    }
    await this.step('Database: migrations, demo data', async () => {
      await ace('migration:run', '--force')
      await ace('db:seed')
    })
    await Promise.all([
      this.step('Gateway', () => supervisor.start(this.#marked(applications.gateway(profile, env.gateway)))),
      this.step('Worker', () => supervisor.start(this.#marked(applications.worker(profile, env.worker)))),
      this.step('Web', () => supervisor.start(this.#marked(applications.web(profile, env.web)))),
    ])
    await this.step('Plans in Lago', () => ace('billing:apply'))
    await this.step('nginx', () =>
      supervisor.start(
        this.#marked(
          nginx({
            program: this.programs.nginx,
            storage: this.storage,
            folder: profile.folder,
            ports: profile.ports,
            settings: this.settings,
          }),
        ),
      ),
    )
  }

  /** Runs one step and tells its time. */
  async step(title, work) {
    const begun = Date.now()
    const result = await work()
    this.say(`✓ ${title.padEnd(34)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
    return result
  }

  /**
   * Runs a command to its end; its output goes to a log of that name, warnings also to the person.
   *
   * @throws {Error} with the end of the output, when the command fails
   */
  run(name, command, { cwd, env }) {
    const log = createWriteStream(this.supervisor.logFile(name), { flags: 'a' })
    return new Promise((resolve, reject) => {
      const child = spawn(command[0], command.slice(1), {
        cwd,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      this.running = child
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          output += chunk
          log.write(chunk)
        })
      }
      child.on('error', reject)
      child.on('close', (code) => {
        log.end()
        if (this.running === child) this.running = undefined
        for (const warning of warnings(output)) this.say(`! ${warning}`)
        if (code === 0) resolve(output)
        else
          reject(
            new Error(
              `"${command.join(' ')}" failed:\n${output.trimEnd().split('\n').slice(-25).join('\n')}`,
            ),
          )
      })
    })
  }

  async stop() {
    if (this.running?.pid) process.kill(-this.running.pid, 'SIGTERM')
    await this.supervisor.stopAll()
  }

  /** Marks a process as this stack's, so that a later start can recognise it. */
  #marked(definition) {
    return { ...definition, env: { ...definition.env, GANTRY_STACK: this.profile.folder } }
  }
}

/** Lines of a command's output that are warnings, each once, without colours. */
function warnings(output) {
  // eslint-disable-next-line no-control-regex -- colour codes begin with the escape character
  const lines = output.replace(/\u001b\[[0-9;]*m/g, '').split('\n')
  return [
    ...new Set(
      lines
        .map((line) => line.trim())
        .filter((line) => /^(\[?warn(ing)?\b|.*: (WARN|warning)\b)/i.test(line)),
    ),
  ].slice(0, 10)
}

/** Leaders of process groups that carry this profile's mark and whose supervisor is gone. */
function leftovers({ folder }) {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const marked = readFileSync(`/proc/${entry}/environ`, 'utf8')
          .split('\0')
          .includes(`GANTRY_STACK=${folder}`)
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
        const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
        const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
        return marked && group === Number(entry) ? [{ name, pid: Number(entry) }] : []
      } catch {
        return []
      }
    })
}

/** The state of a stack that is running now, or null. */
export function runningStack({ folder }) {
  const file = join(folder, 'status.json')
  if (!existsSync(file)) return null
  const status = JSON.parse(readFileSync(file, 'utf8'))
  try {
    const command = readFileSync(`/proc/${status.supervisor}/cmdline`, 'utf8')
    return command.includes('stack/main.mjs') || command.includes('test.mjs') ? status : null
  } catch {
    return null
  }
}

/** Deletes all data and logs of a profile. */
export function removeData(profile) {
  const storage = storageFolder(profile)
  rmSync(storage, { recursive: true, force: true })
  rmSync(profile.folder, { recursive: true, force: true })
  mkdirSync(profile.folder, { recursive: true })
}
