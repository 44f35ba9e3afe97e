import { once } from 'node:events'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Worker } from 'bullmq'
import { events } from '#admin/tests/world'
import { queues } from '#config/queue'
import { blockingConnection } from '#config/redis'
import { queue, type QueueName } from '#core/queue/queues'
import { record } from '#ledger/record'
import { relay } from '#ledger/relay'
import { alice, dana, eve } from '#tests/world'

/** A job that has been tried for the last time. */
async function fail(name: QueueName, data: object, reason: string) {
  await queue(name).obliterate({ force: true })
  const added = await queue(name).add(name, data, { attempts: 1 })
  const worker = new Worker(name, null, { connection: blockingConnection, autorun: false })
  const job = await worker.getNextJob('token')
  await job!.moveToFailed(new Error(reason), 'token', false)
  await worker.close()
  return added.id!
}

test.group('The queues', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => queue('expired-exports').obliterate({ force: true }))

  test('are counted', async ({ assert, client }) => {
    await fail('expired-exports', {}, 'the disk is full')
    const answer = await client.get('/api/admin/queues').loginAs(await dana())

    answer.assertStatus(200)
    assert.sameMembers(
      answer.body().data.map(({ name }: { name: string }) => name),
      Object.keys(queues),
    )
    const counted = answer.body().data.find(({ name }: { name: string }) => name === 'expired-exports')
    assert.equal(counted.failed, 1)
    // Redis lists the workers of all its databases, so here it depends on what else runs.
    assert.isNumber(counted.workers)
  })

  test('say what failed and why', async ({ assert, client }) => {
    const id = await fail('expired-exports', { eventId: 'one' }, 'the disk is full')
    const answer = await client.get('/api/admin/queues/expired-exports/failures').loginAs(await dana())

    answer.assertStatus(200)
    assert.equal(answer.body().total, 1)
    assert.containsSubset(answer.body().data, [
      { id, reason: 'the disk is full', attempts: 1, data: '{"eventId":"one"}' },
    ])
  })

  test('try a failed job again, once', async ({ assert, client }) => {
    const id = await fail('expired-exports', {}, 'the disk is full')
    const retry = async () =>
      client
        .post(`/api/admin/queues/expired-exports/failures/${id}/retry`)
        .loginAs(await dana())
        .withCsrfToken()
    const answer = await retry()
    const again = await retry()

    answer.assertStatus(204)
    again.assertStatus(409)
    again.assertBodyContains({ code: 'E_JOB_NOT_FAILED' })
    assert.equal(await (await queue('expired-exports').getJob(id))?.getState(), 'waiting')
    assert.containsSubset(await events(id), [
      { action: 'job.retried', metadata: { queue: 'expired-exports', reason: 'the disk is full' } },
    ])
    assert.lengthOf(await events(id), 1)
  })

  test('forget a failed job when told to', async ({ assert, client }) => {
    const id = await fail('expired-exports', {}, 'the disk is full')
    const remove = async () =>
      client
        .delete(`/api/admin/queues/expired-exports/failures/${id}`)
        .loginAs(await dana())
        .withCsrfToken()
    const answer = await remove()
    const again = await remove()

    answer.assertStatus(204)
    again.assertStatus(404)
    assert.isUndefined(await queue('expired-exports').getJob(id))
    assert.containsSubset(await events(id), [{ action: 'job.removed' }])
  })

  test('do not make a delivery again that was given up', async ({ assert, client, cleanup }) => {
    cleanup(async () => {
      await queue('ledger').obliterate({ force: true })
    })
    const { id: userId } = await alice()
    const eventId = await db.transaction((trx) =>
      record(trx, {
        action: 'user.registered',
        subject: ['user', userId],
        metadata: { organizationName: 'Acme' },
      }),
    )
    const id = await fail('ledger', { eventId, subscriber: 'welcome-mail' }, 'the mail server is away')
    const answer = await client
      .delete(`/api/admin/queues/ledger/failures/${id}`)
      .loginAs(await dana())
      .withCsrfToken()
    await relay()

    answer.assertStatus(204)
    const delivery = await db.from('ledger_deliveries').where({ event_id: eventId }).firstOrFail()
    assert.equal(delivery.failure, 'given up by an administrator')
    assert.isNull(delivery.queued_at)
  })

  test('keep a job that takes its worker down each time, as failed', async ({ assert, client }) => {
    await queue('expired-exports').obliterate({ force: true })
    await queue('expired-exports').add('expired-exports', {})
    const connection = blockingConnection
    const dying = new Worker('expired-exports', null, { connection, autorun: false, lockDuration: 50 })
    await dying.getNextJob('token')
    await dying.close(true)
    const next = new Worker('expired-exports', async () => {}, {
      connection,
      stalledInterval: 100,
      maxStalledCount: 0,
    })
    await once(next, 'failed')
    await next.close()
    const answer = await client.get('/api/admin/queues/expired-exports/failures').loginAs(await dana())

    assert.equal(answer.body().total, 1)
    assert.match(answer.body().data[0].reason, /stalled/)
  })

  test('know neither other queues nor other jobs', async ({ client }) => {
    const calls = [
      () => client.get('/api/admin/queues/nothing/failures'),
      () => client.post('/api/admin/queues/ledger/failures/nothing/retry').withCsrfToken(),
      () => client.delete('/api/admin/queues/nothing/failures/1').withCsrfToken(),
    ]
    for (const call of calls) {
      const answer = await call().loginAs(await dana())
      answer.assertStatus(404)
    }
  })

  test('are the business of administrators alone', async ({ assert, client }) => {
    const id = await fail('expired-exports', {}, 'the disk is full')
    const path = `/api/admin/queues/expired-exports/failures/${id}`
    const calls = [
      () => client.get('/api/admin/queues'),
      () => client.get('/api/admin/queues/expired-exports/failures'),
      () => client.post(`${path}/retry`).withCsrfToken(),
      () => client.delete(path).withCsrfToken(),
      () => client.get('/api/admin/statistics'),
      () => client.get('/api/admin/system'),
    ]
    for (const call of calls) {
      const visitor = await call()
      const owner = await call().loginAs(await alice())
      const editor = await call().loginAs(await eve())
      visitor.assertStatus(401)
      owner.assertStatus(403)
      editor.assertStatus(403)
    }
    assert.equal(await (await queue('expired-exports').getJob(id))?.getState(), 'failed')
  })

  test('keep failed work until somebody has looked; what works by the clock comes again anyway', ({
    assert,
  }) => {
    assert.isFalse(queue('ledger').defaultJobOptions?.removeOnFail)
    assert.isObject(queue('expired-exports').defaultJobOptions?.removeOnFail)
  })
})

test.group('The overview', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('counts what is in the database', async ({ assert, client }) => {
    const count = async (table: string) =>
      Number((await db.from(table).count('* as total').firstOrFail()).total)
    const answer = await client.get('/api/admin/statistics').loginAs(await dana())
    const { users, organizations, subscriptions } = answer.body().data

    answer.assertStatus(200)
    assert.equal(users.total, await count('users'))
    assert.equal(organizations.total, await count('organizations'))
    const counted: number[] = Object.values(subscriptions)
    assert.equal(
      counted.reduce((sum, number) => sum + number),
      await count('subscriptions'),
    )
  })

  test('says how each service is', async ({ assert, client }) => {
    const answer = await client.get('/api/admin/system').loginAs(await dana())
    answer.assertStatus(200)
    assert.containsSubset(answer.body().data.checks, { postgres: { status: 'up' }, redis: { status: 'up' } })
  })
})
