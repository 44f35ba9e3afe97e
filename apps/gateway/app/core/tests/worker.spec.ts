import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Queue } from 'bullmq'
import { requestConnection } from '#config/redis'
import env from '#start/env'
import { otherWorker, workerPort } from '#tests/other_worker'

/** A database of Redis that no other worker uses. */
const database = '7'

async function listening(server: Server, port = 0) {
  server.listen(port, env.get('HOST'))
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Leads to Redis, which hears and says nothing until it may speak. */
async function quietRedis() {
  let speak!: () => void
  const spoken = new Promise<void>((resolve) => (speak = resolve))
  const server = createServer(async (socket) => {
    const redis = connect(env.get('REDIS_PORT'), env.get('REDIS_HOST'))
    for (const one of [socket, redis]) one.on('error', () => one.destroy())
    socket.on('close', () => redis.destroy())
    await spoken
    socket.pipe(redis).pipe(socket)
  })
  return { port: await listening(server), speak, close: () => void server.close() }
}

test.group('A worker', (group) => {
  let dunning: Queue

  group.each.setup(() => {
    dunning = new Queue('dunning', {
      connection: { ...requestConnection, db: Number(database), enableOfflineQueue: true },
    })
    return async () => {
      await dunning.removeJobScheduler('dunning')
      await dunning.close()
    }
  })

  async function scheduled() {
    while (!(await dunning.getJobScheduler('dunning'))) await sleep(100)
  }

  test('whose Redis says nothing is there all the same, and has its schedules when it speaks', async ({
    cleanup,
  }) => {
    const redis = await quietRedis()
    cleanup(() => redis.close())
    const worker = otherWorker({
      settings: {
        REDIS_DB: database,
        REDIS_PORT: String(redis.port),
        QUEUE_SCHEDULES_INTERVAL_MS: '500',
      },
    })
    cleanup(async () => void (await worker.stop()))
    await worker.healthy()
    redis.speak()
    await scheduled()
  }).timeout(120_000)

  test('writes down its schedules and ends when told to', async ({ assert, cleanup }) => {
    const worker = otherWorker({ settings: { REDIS_DB: database } })
    cleanup(async () => void (await worker.stop()))
    await worker.healthy()
    await scheduled()
    assert.equal(await worker.stop('SIGTERM'), 0)
  }).timeout(120_000)

  test('that cannot start ends with an error, so that somebody starts it again', async ({
    assert,
    cleanup,
  }) => {
    const taken = createServer()
    await listening(taken, workerPort)
    cleanup(() => void taken.close())
    const worker = otherWorker({ settings: { REDIS_DB: database } })
    cleanup(async () => void (await worker.stop()))
    assert.equal(await worker.exitCode, 1)
  }).timeout(120_000)
})
