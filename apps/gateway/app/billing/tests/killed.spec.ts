import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { lago } from '#billing/lago'
import { lagoTime } from '#billing/lago_clock'
import Invoice from '#billing/models/invoice'
import Subscription from '#billing/models/subscription'
import { PriceList } from '#billing/price_list'
import { between, isPost, recovered } from '#billing/tests/between'
import { actionsOf, active, cards, eventually, ignoreLago, owner, pay, subscribe } from '#billing/tests/world'
import { buffer } from '#billing/usage/meter'
import { WebhookEndpoint } from '#billing/webhook_endpoint'
import { queue, type QueueName } from '#core/queue/queues'
import env from '#start/env'
import { otherGateway } from '#tests/other_gateway'
import { otherWorker } from '#tests/other_worker'

/** Never answered: whoever asked dies waiting. */
const forever = new Promise<never>(() => {})

type Forward = Parameters<Parameters<typeof between>[0]>[1]

/** What a worker asks of Lago goes through here; `reached` resolves when the request that is held has come. */
async function barrier(
  isHeld: (request: IncomingMessage) => boolean,
  hold: (forward: Forward) => ReturnType<Forward>,
) {
  const { promise: reached, resolve } = Promise.withResolvers<void>()
  const server = await between((request, forward) => {
    if (!isHeld(request)) return forward()
    resolve()
    return hold(forward)
  })
  await recovered()
  return {
    reached,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function forget(...names: QueueName[]) {
  for (const name of names) await queue(name).obliterate({ force: true })
}

const lockUsage = (trx: TransactionClientContract) =>
  trx.rawQuery('lock table usage_events in exclusive mode')

const waitingFor = (statement: string) =>
  eventually(`${statement} waiting`, async () => {
    const { rows } = await db.rawQuery<{ rows: unknown[] }>(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
      [`%${statement}%`],
    )
    return rows.length > 0
  })

async function forgetEndpoint(url: string) {
  for (const endpoint of await lago.webhookEndpoints()) {
    if (endpoint.webhook_url === url) await lago.destroyWebhookEndpoint(endpoint.lago_id)
  }
}

async function customer(client: Parameters<typeof subscribe>[0]) {
  const { acme, alice } = await owner()
  await subscribe(client, alice, 'scale_monthly')
  await Subscription.query().where({ organizationId: acme.id }).update({ status: 'active' })
  const { user_id: userId } = await db.from('memberships').where({ organization_id: acme.id }).firstOrFail()
  const call = () => ({
    id: uuidv7(),
    organizationId: acme.id,
    userId,
    metric: 'api_calls',
    at: lagoTime().toISO(),
  })
  const calls = async (count: number) => {
    await redis.rpush(buffer, ...Array.from({ length: count }, () => JSON.stringify(call())))
  }
  return { acme, alice, calls }
}

const eventsOf = (id: string) => db.from('usage_events').where({ organization_id: id, metric: 'api_calls' })

const billed = async (id: string) =>
  (await lago.currentUsage(id)).charges_usage.find(({ billable_metric: { code } }) => code === 'api_calls')!
    .events_count

/** Every counted call is at Lago once, written down once, and waits nowhere. */
async function arrived(id: string, count: number) {
  await eventually(
    `${count} calls at Lago`,
    async () => {
      const sent = await eventsOf(id).whereNotNull('sent_at')
      return sent.length === count && (await redis.llen(buffer)) === 0
    },
    30,
  )
  const [{ total }] = await db.from('usage_days').where({ organization_id: id }).sum('count as total')
  const refused = await eventsOf(id).whereNotNull('refusal')
  return { lago: await billed(id), days: Number(total), refused: refused.length }
}

/** A worker that is there, and that finds Lago where it is told to. */
async function running(names: QueueName[], lagoUrl = env.get('LAGO_URL')) {
  const worker = otherWorker({ names, settings: { LAGO_URL: lagoUrl } })
  await worker.healthy()
  return worker
}

const batch = (request: IncomingMessage) => isPost(request, '/events/batch')

test.group('A worker that is killed while it takes usage to Lago', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
    await forget('usage')
    return () => forget('usage')
  })
  group.each.setup(async () => {
    await redis.del(buffer)
    await db.from('usage_events').whereNull('sent_at').update({ sent_at: new Date() })
    return () => recovered()
  })

  /** Whoever comes next finishes what the killed one has begun. */
  async function finished(id: string, count: number) {
    const next = await running(['usage'])
    const state = await arrived(id, count)
    await next.stop()
    return state
  }

  const afterwards = async (forward: Forward) => {
    await forward()
    return forever
  }
  for (const [when, { count, hold, nth }] of Object.entries({
    'before Lago has it': { count: 7, hold: () => forever, nth: 1 },
    'after Lago has it and before it knows': { count: 7, hold: afterwards, nth: 1 },
    'in the middle of many': { count: 230, hold: afterwards, nth: 2 },
  })) {
    test(`${when}: nothing is lost or doubled`, async ({ assert, client }) => {
      const { acme, calls } = await customer(client)
      await calls(count)
      let seen = 0
      const way = await barrier((request) => batch(request) && ++seen === nth, hold)
      const worker = await running(['usage'], way.url)
      await way.reached
      await worker.stop('SIGKILL')
      way.close()
      assert.isNotEmpty(await eventsOf(acme.id).whereNull('sent_at'), 'it died before it was done')

      assert.deepEqual(await finished(acme.id, count), { lago: count, days: count, refused: 0 })
    }).timeout(90_000)
  }

  test('before it is written down: nothing is lost or doubled', async ({ assert, client }) => {
    const { acme, calls } = await customer(client)
    const trx = await db.transaction()
    await lockUsage(trx)
    await calls(7)
    const worker = await running(['usage'])
    await waitingFor('insert into "usage_events"')
    await worker.stop('SIGKILL')
    await trx.rollback()

    assert.deepEqual(await finished(acme.id, 7), { lago: 7, days: 7, refused: 0 })
  }).timeout(90_000)

  test('between Lago and the mark: nothing is lost or doubled', async ({ assert, client }) => {
    const { acme, calls } = await customer(client)
    await calls(7)
    const trx = await db.transaction()
    const way = await barrier(batch, async (forward) => {
      await lockUsage(trx)
      return forward()
    })
    const worker = await running(['usage'], way.url)
    await waitingFor('update "usage_events"')
    assert.equal(await billed(acme.id), 7)
    await worker.stop('SIGKILL')
    await trx.rollback()
    way.close()

    assert.deepEqual(await finished(acme.id, 7), { lago: 7, days: 7, refused: 0 })
  }).timeout(90_000)
})

test.group('A restart between a payment and its message', (group) => {
  const queues: QueueName[] = ['lago-webhooks', 'lago-inbox']
  group.setup(async () => {
    await new PriceList().apply()
    await ignoreLago()
    await forget(...queues)
    return async () => {
      await ignoreLago()
      await forget(...queues)
    }
  })
  group.each.setup(() => () => recovered())

  /** Paid and told of once, however many had to try. */
  async function settled(assert: Assert, id: string) {
    const own = () => Subscription.of(id).where({ status: 'active' }).first()
    await eventually('a subscription that is active', own, 60)
    assert.lengthOf(await active(id), 1)
    const invoices = await Invoice.of(id)
    assert.deepEqual(
      invoices.map(({ paymentStatus, totalCents }) => [paymentStatus, totalCents]),
      [['succeeded', 99_00]],
    )
    assert.deepEqual(await actionsOf(id, 'subscription'), ['subscription.started', 'subscription.activated'])
    const paid = (await actionsOf(id, 'invoice')).filter((action) => action === 'invoice.paid')
    assert.lengthOf(paid, 1)
  }

  test('of the gateway: the message comes again and counts once', async ({ assert, client }) => {
    const first = await otherGateway()
    const endpoint = new WebhookEndpoint(`${first.origin}/api/billing/webhooks`, 'Gantry killed')
    await endpoint.register()
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await first.stop('SIGKILL')
    await pay(checkoutUrl, cards.good)
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    const second = await otherGateway()
    const worker = await running(queues)
    await settled(assert, acme.id)
    await Promise.all([worker.stop(), second.stop()])
    await forgetEndpoint(`${first.origin}/api/billing/webhooks`)
  }).timeout(120_000)

  test('of the worker while it reads: the next one reads again, and it counts once', async ({
    assert,
    client,
  }) => {
    await new WebhookEndpoint(env.get('LAGO_WEBHOOK_URL'), 'Gantry tests').register()
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    let isPaid = false
    const way = await barrier(
      ({ method }) => isPaid && method === 'GET',
      () => forever,
    )
    const worker = await running(queues, way.url)
    isPaid = true
    await pay(checkoutUrl, cards.good)
    await way.reached
    await worker.stop('SIGKILL')
    way.close()
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    const next = await running(queues)
    await settled(assert, acme.id)
    await next.stop()
    await ignoreLago()
  }).timeout(120_000)
})
