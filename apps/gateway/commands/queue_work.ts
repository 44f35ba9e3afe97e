import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { args, BaseCommand } from '@adonisjs/core/ace'
import logger from '@adonisjs/core/services/logger'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import redis from '@adonisjs/redis/services/main'
import { Worker } from 'bullmq'
import { queues } from '#config/queue'
import { blockingConnection } from '#config/redis'
import type { Queues } from '#core/queue/processor'
import { queue, type QueueName } from '#core/queue/queues'
import { relay } from '#ledger/relay'
import env from '#start/env'

export default class QueueWork extends BaseCommand {
  static override commandName = 'queue:work'
  static override description = 'Process the queues, relay the ledger and keep the schedules'
  static override help = ['node ace queue:work', 'node ace queue:work usage lago-webhooks']
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  @args.spread({
    description: 'Queues to process, without relaying the ledger; all by default',
    required: false,
  })
  declare names?: QueueName[]

  #workers: Worker[] = []
  #health?: Server
  #relaying?: Promise<void>
  #scheduling?: Promise<void>
  #stopping = new AbortController()

  override async run() {
    this.app.terminating(() => this.#stop())
    try {
      await this.#start()
    } catch (err) {
      // Whoever stayed alive without health, relay and schedules would never be started again.
      logger.fatal({ err }, 'worker cannot start')
      this.exitCode = 1
      await this.app.terminate()
    }
  }

  async #start() {
    const names = this.names?.length ? this.names : (Object.keys(queues) as QueueName[])
    const unknown = names.find((name) => !(name in queues))
    if (unknown) throw new Error(`There is no queue "${unknown}".`)

    for (const name of names) await this.#work(name)
    void this.#takeJobs()
    if (!this.names?.length) this.#relaying = this.#relayUntilStopped()
    this.#scheduling = this.#scheduleUntilStopped(names)
    this.#health = createServer(answerHealth).listen(env.get('WORKER_PORT'), env.get('HOST'))
    await once(this.#health, 'listening')
    logger.info({ queues: names }, 'worker ready')
  }

  async #work(name: QueueName) {
    const { concurrency, load } = queues[name] as Queues[string]
    const { default: process } = await load()

    const worker = new Worker(name, (job) => process(job.data as never), {
      connection: blockingConnection,
      autorun: false,
      concurrency,
      lockDuration: env.get('QUEUE_LOCK_MS'),
      stalledInterval: env.get('QUEUE_STALLED_INTERVAL_MS'),
      maxStalledCount: 10,
    })
    worker.on('failed', (job, err) =>
      logger.error({ err, queue: name, job: job?.id, attempt: job?.attemptsMade }, 'job failed'),
    )
    worker.on('error', (err) => logger.warn({ err, queue: name }, 'worker error'))
    this.#workers.push(worker)
  }

  async #takeJobs() {
    await redisIsThere()
    if (this.#stopping.signal.aborted) return
    for (const worker of this.#workers) worker.run().catch((err) => worker.emit('error', err))
  }

  /** Writes down every schedule, as its interval may be another now, and later those that a Redis without its data has lost. */
  async #scheduleUntilStopped(names: QueueName[]) {
    const { signal } = this.#stopping
    const schedules = schedulesOf(names)
    let due = async () => schedules
    while (!signal.aborted) {
      try {
        for (const [name, every] of await due()) await schedule(name, every)
        due = () => lost(schedules)
      } catch (err) {
        logger.warn({ err }, 'schedules not checked')
      }
      await sleep(env.get('QUEUE_SCHEDULES_INTERVAL_MS'), null, { signal }).catch(() => {})
    }
  }

  async #relayUntilStopped() {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const handedOver = await relay().catch((err: unknown) => {
        logger.warn({ err }, 'ledger relay failed')
        return 0
      })
      if (handedOver === 0) await sleep(env.get('LEDGER_RELAY_INTERVAL_MS'), null, { signal }).catch(() => {})
    }
  }

  async #stop() {
    this.#stopping.abort()
    this.#health?.close()
    await Promise.all([this.#relaying, this.#scheduling, ...this.#workers.map((worker) => worker.close())])
  }
}

type Schedule = [name: QueueName, every: number]

const schedulesOf = (names: QueueName[]) =>
  names.flatMap((name): Schedule[] => {
    const { every } = (queues as Queues)[name]!
    return every ? [[name, every]] : []
  })

async function lost(schedules: Schedule[]) {
  const missing: Schedule[] = []
  for (const [name, every] of schedules) {
    if (await queue(name).getJobScheduler(name)) continue
    logger.warn({ queue: name }, 'schedule was lost')
    missing.push([name, every])
  }
  return missing
}

const schedule = (name: QueueName, every: number) => queue(name).upsertJobScheduler(name, { every }, { name })

/** Jobs ask Redis over a connection of the product, which refuses every command until it stands. */
async function redisIsThere() {
  const connection = redis.connection()
  while (connection.status !== 'ready') await sleep(100, null, { ref: false })
}

function answerHealth({ url }: IncomingMessage, response: ServerResponse) {
  const isLive = url === '/health/live'
  response.writeHead(isLive ? 200 : 404, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(isLive ? { success: true, data: { status: 'up' } } : { success: false }))
}
