import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const firstRestartDelay = 300
const longestRestartDelay = 4000
const steadyAfter = 30_000
const stopDeadline = 15_000
const largestLog = 20 * 1024 ** 2

/**
 * Starts processes, waits until each answers its health check, restarts those that die and stops all in reverse order.
 * The state of every process stands in `status.json`.
 */
export class Supervisor {
  #children = []
  #folder
  #status
  #say
  #stopping = false

  /**
   * @param {string} folder where `logs/` and `status.json` are kept
   * @param {object} status what `status.json` says besides the processes
   * @param {(message: string) => void} say tells a person what happened
   */
  constructor(folder, status, say) {
    this.#folder = folder
    this.#status = status
    this.#say = say
    // Apart, because the mode is given to every folder that is made, and others pass through this one.
    mkdirSync(folder, { recursive: true })
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  }

  /**
   * Starts one process and resolves once it is healthy.
   *
   * @param {{name: string, command: string[], cwd: string, env: Record<string, string>, port: number, healthy: () => Promise<boolean>,
   *   uid?: number, gid?: number, signal?: NodeJS.Signals, patience?: number}} definition
   * @throws {Error} with the end of its log, when it ends or stays silent for longer than `patience` milliseconds
   */
  async start(definition) {
    const child = { definition, state: 'starting', restarts: 0, pid: undefined, process: undefined }
    this.#children.push(child)
    this.#spawn(child)
    const deadline = Date.now() + (definition.patience ?? 60_000)
    while (!(await definition.healthy().catch(() => false))) {
      if (this.#stopping) throw new Error(`${definition.name} was stopped before it was ready.`)
      if (child.state === 'restarting' || Date.now() > deadline) {
        child.state = 'failed'
        const reason = Date.now() > deadline ? 'did not become ready in time' : 'ended while it started'
        throw new Error(
          `${definition.name} ${reason}. The end of ${this.logFile(definition.name)}:\n${this.#logTail(child)}`,
        )
      }
      await delay(50)
    }
    this.#setState(child, 'running')
  }

  logFile(name) {
    return join(this.#folder, 'logs', `${name}.log`)
  }

  /** Stops one process and keeps it stopped until `resume`. */
  async suspend(name) {
    const child = this.#find(name)
    child.state = 'stopped'
    await this.#end(child)
    this.#writeStatus()
  }

  /** Starts a suspended process again and resolves once it is healthy. */
  async resume(name) {
    const child = this.#find(name)
    this.#spawn(child)
    while (!(await child.definition.healthy().catch(() => false))) await delay(50)
    this.#setState(child, 'running')
  }

  pid(name) {
    return this.#find(name).pid
  }

  async stopAll() {
    this.#stopping = true
    for (const child of [...this.#children].reverse()) {
      await this.#end(child)
      this.#setState(child, 'stopped')
    }
  }

  /** Ends everything without waiting, for the moment when asking kindly took too long. */
  killAll() {
    this.#stopping = true
    for (const { pid } of this.#children) if (pid) signalGroup(pid, 'SIGKILL')
  }

  #find(name) {
    const child = this.#children.find((candidate) => candidate.definition.name === name)
    if (!child) throw new Error(`No process is called ${name}.`)
    return child
  }

  #spawn(child) {
    const { name, command, cwd, env, uid, gid } = child.definition
    const log = this.#openLog(name)
    child.lastLines = []
    // A group of its own keeps the terminal's Ctrl-C away, so that the order of stopping is ours.
    child.process = spawn(command[0], command.slice(1), {
      cwd,
      env,
      uid,
      gid,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.pid = child.process.pid
    child.state = 'starting'
    child.startedAt = Date.now()
    for (const stream of [child.process.stdout, child.process.stderr]) {
      stream.on('data', (chunk) => {
        log.write(chunk)
        child.lastLines = [...child.lastLines, ...chunk.toString().split('\n')].filter(Boolean).slice(-15)
      })
    }
    child.process.on('error', (error) => {
      log.end(`${error.message}\n`)
      child.lastLines.push(error.message)
      this.#ended(child, error.message)
    })
    child.process.on('close', () => log.end())
    child.process.on('exit', (code, signal) => {
      // What a dead leader leaves behind would keep its port.
      signalGroup(child.process.pid, 'SIGKILL')
      child.pid = undefined
      this.#ended(child, signal ?? `code ${code}`)
    })
    this.#writeStatus()
  }

  async #ended(child, reason) {
    if (this.#stopping || child.state === 'stopped' || child.state === 'failed') return
    const wasStarting = child.state === 'starting' && child.restarts === 0
    child.restarts = Date.now() - child.startedAt > steadyAfter ? 1 : child.restarts + 1
    const wait = Math.min(firstRestartDelay * 2 ** (child.restarts - 1), longestRestartDelay)
    this.#setState(child, 'restarting')
    if (wasStarting) return
    this.#say(`${child.definition.name} ended (${reason}); starting it again`)
    await delay(wait)
    if (this.#stopping || child.state !== 'restarting') return
    this.#spawn(child)
    while (child.state === 'starting') {
      if (await child.definition.healthy().catch(() => false)) {
        this.#setState(child, 'running')
        this.#say(`${child.definition.name} is running again (pid ${child.pid})`)
      } else {
        await delay(100)
      }
    }
  }

  async #end(child) {
    const { process: running, definition } = child
    if (!child.pid || !running) return
    const closed = new Promise((resolve) => running.once('exit', resolve))
    signalGroup(child.pid, definition.signal ?? 'SIGTERM')
    const inTime = await Promise.race([closed.then(() => true), delay(stopDeadline, false, { ref: false })])
    if (!inTime && child.pid) {
      signalGroup(child.pid, 'SIGKILL')
      await closed
    }
  }

  #openLog(name) {
    const file = this.logFile(name)
    try {
      if (statSync(file).size > largestLog) renameSync(file, `${file}.1`)
    } catch {
      // The first log of this process: nothing to keep.
    }
    return createWriteStream(file, { flags: 'a' })
  }

  #logTail(child) {
    return child.lastLines.join('\n')
  }

  #setState(child, state) {
    child.state = state
    this.#writeStatus()
  }

  #writeStatus() {
    const file = join(this.#folder, 'status.json')
    const processes = this.#children.map(({ definition, pid, state, restarts }) => ({
      name: definition.name,
      pid: pid ?? null,
      port: definition.port,
      state,
      restarts,
    }))
    writeFileSync(`${file}.new`, `${JSON.stringify({ ...this.#status, processes }, null, 2)}\n`)
    renameSync(`${file}.new`, file)
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
