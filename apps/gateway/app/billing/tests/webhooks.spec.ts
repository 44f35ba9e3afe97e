import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { generateKeyPair, SignJWT } from 'jose'
import { uuidv7 } from 'uuidv7'
import processWebhook from '#billing/jobs/process_webhook'
import reconcile from '#billing/jobs/reconcile'
import requeueWebhooks from '#billing/jobs/requeue_webhooks'
import { lago } from '#billing/lago'
import LagoWebhook from '#billing/models/lago_webhook'
import Subscription from '#billing/models/subscription'
import { PriceList } from '#billing/price_list'
import { actionsOf, cards, eventually, ignoreLago, owner, pay, subscribe } from '#billing/tests/world'
import { queue } from '#core/queue/queues'
import env from '#start/env'

interface Delivery {
  headers: IncomingHttpHeaders
  body: string
}

/** Collects what Lago sends, so that a test can bring it to the gateway when and as often as it likes. */
async function mailbox() {
  const deliveries: Delivery[] = []
  const server = createServer(async (request, response) => {
    deliveries.push({ headers: request.headers, body: await text(request) })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { lago_id: endpointId } = (
    await lago.createWebhookEndpoint({
      name: `Tests ${uuidv7()}`,
      webhook_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${uuidv7()}`,
    })
  ).webhook_endpoint

  return {
    /** The message of this type about this organization. */
    about: (organizationId: string, type: string) =>
      eventually(`${type} about ${organizationId}`, async () =>
        deliveries.find(
          ({ body }) => body.includes(organizationId) && JSON.parse(body).webhook_type === type,
        ),
      ),
    async close() {
      await lago.destroyWebhookEndpoint(endpointId)
      server.close()
    },
  }
}

const signature = (headers: IncomingHttpHeaders) => ({
  'content-type': 'application/json',
  'x-lago-signature': String(headers['x-lago-signature']),
  'x-lago-signature-algorithm': 'jwt',
  'x-lago-unique-key': String(headers['x-lago-unique-key']),
})

const send = (body: string | Buffer, headers: Record<string, string>) =>
  fetch(`http://${env.get('HOST')}:${env.get('PORT')}/api/billing/webhooks`, {
    method: 'POST',
    body,
    headers,
  })

const deliver = ({ headers, body }: Delivery, changes: Record<string, string> = {}) =>
  send(body, { ...signature(headers), ...changes })

const stored = (delivery: Delivery) => LagoWebhook.find(String(delivery.headers['x-lago-unique-key']))

test.group('Webhooks of Lago', (group) => {
  let box: Awaited<ReturnType<typeof mailbox>>

  group.setup(async () => {
    await new PriceList().apply()
    await ignoreLago()
    box = await mailbox()
    return () => box.close()
  })
  group.each.teardown(() => queue('lago-webhooks').drain())

  test('are stored once, however often they come', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'free')
    const delivery = await box.about(acme.id, 'subscription.started')

    const answers = await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    )
    const webhook = (await stored(delivery))!
    assert.equal(webhook.type, 'subscription.started')
    assert.equal(webhook.organizationId, acme.id)
    assert.lengthOf(await LagoWebhook.query().where({ organizationId: acme.id }), 1)
  })

  test('make the mirror right in whatever order they come', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.declined)
    await pay(checkoutUrl, cards.good)
    const started = await box.about(acme.id, 'subscription.started')
    const failed = await box.about(acme.id, 'invoice.payment_failure')
    const paid = await box.about(acme.id, 'payment.succeeded')

    for (const delivery of [paid, failed, started, failed]) {
      await deliver(delivery)
      await processWebhook({ uniqueKey: (await stored(delivery))!.uniqueKey })
      assert.equal((await Subscription.alive(acme.id))?.status, 'active')
    }
    const { data } = (await client.get('/api/billing/invoices').headers(alice)).body()
    assert.containsSubset(data, [{ paymentStatus: 'succeeded', paymentError: null }])
    assert.isNotNull((await stored(paid))!.processedAt)
    assert.deepEqual(await actionsOf(acme.id, 'invoice'), ['invoice.issued', 'invoice.paid'])
    assert.deepEqual(await actionsOf(acme.id, 'subscription'), [
      'subscription.started',
      'subscription.activated',
    ])
  })

  test('are not believed without the signature of Lago', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'free')
    const delivery = await box.about(acme.id, 'subscription.started')
    const { body, headers } = delivery
    const forger = await generateKeyPair('RS256')
    const sign = (data: unknown) =>
      new SignJWT({ data }).setProtectedHeader({ alg: 'RS256' }).sign(forger.privateKey)
    const hmac = new SignJWT({ data: body })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(await lago.publicKey()))
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ data: body })).toString('base64url')}.`
    const other = await box.about(acme.id, 'customer.created')

    const forgeries = [
      send(body.replace('"active"', '"terminated"'), signature(headers)),
      send(`${body} `, signature(headers)),
      send(other.body, signature(headers)),
      send('[]', signature(headers)),
      deliver(delivery, { 'x-lago-signature': await sign(body) }),
      deliver(delivery, { 'x-lago-signature': await hmac }),
      deliver(delivery, { 'x-lago-signature': none }),
      deliver(delivery, { 'x-lago-signature': '' }),
      deliver(delivery, { 'x-lago-signature-algorithm': 'hmac' }),
      deliver(delivery, { 'x-lago-unique-key': '' }),
      deliver(delivery, { 'x-lago-unique-key': "1' or 1=1" }),
      send(body, { 'content-type': 'application/json' }),
    ]
    for (const answer of await Promise.all(forgeries)) {
      assert.equal(answer.status, 401)
      assert.equal(((await answer.json()) as { code: string }).code, 'E_BAD_SIGNATURE')
    }
    assert.lengthOf(await LagoWebhook.query().where({ organizationId: acme.id }), 0)
  })

  test('are not read when they are too large', async ({ assert }) => {
    const answer = await send(Buffer.alloc(2 * 1024 * 1024, ' '), { 'content-type': 'application/json' })
    assert.equal(answer.status, 413)
  })

  test('about strangers change nothing', async ({ assert }) => {
    const stranger = { id: uuidv7(), name: 'Stranger' }
    await lago.saveCustomer(stranger, 'nobody@stranger.test')
    const delivery = await box.about(stranger.id, 'customer.created')

    assert.equal((await deliver(delivery)).status, 200)
    await processWebhook({ uniqueKey: (await stored(delivery))!.uniqueKey })
    assert.isNotNull((await stored(delivery))!.processedAt)
    assert.lengthOf(await Subscription.of(stranger.id), 0)
  })

  test('that were lost on the way to the queue are found in the inbox', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'free')
    const delivery = await box.about(acme.id, 'subscription.started')
    await deliver(delivery)
    const webhook = (await stored(delivery))!
    await queue('lago-webhooks').remove(webhook.uniqueKey)

    await LagoWebhook.query()
      .where({ uniqueKey: webhook.uniqueKey })
      .update({ received_at: new Date(0) })
    await requeueWebhooks()
    assert.exists(await queue('lago-webhooks').getJob(webhook.uniqueKey))
  })

  test('that never came are made up for', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.good)
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    await reconcile()
    assert.equal((await Subscription.alive(acme.id))?.status, 'active')
  })

  test('one reading answers all that waited', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.good)
    for (const type of ['customer.created', 'subscription.started', 'invoice.created', 'payment.succeeded']) {
      await deliver(await box.about(acme.id, type))
    }
    const paid = (await stored(await box.about(acme.id, 'payment.succeeded')))!
    await processWebhook({ uniqueKey: paid.uniqueKey })
    assert.lengthOf(await LagoWebhook.waiting().where({ organizationId: acme.id }), 0)
  })
})
