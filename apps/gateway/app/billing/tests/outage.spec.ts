import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from '@japa/runner'
import { client as transport, lago } from '#billing/lago'
import Subscription from '#billing/models/subscription'
import { recovered } from '#billing/tests/between'
import { cards, listenToLago, owner, pay, subscribe } from '#billing/tests/world'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

const address = transport.baseUrl

/** Something that answers in Lago's place. */
async function impostor(answer: string) {
  const server = createServer((socket) => socket.on('error', () => {}).end(answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1` }
}

/** An address where nobody listens. */
async function nobody() {
  const { server, url } = await impostor('')
  server.close()
  await once(server, 'close')
  return url
}

const http = (status: string, type: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`

test.group('Without Lago', (group) => {
  group.setup(() => listenToLago())
  group.each.teardown(() => recovered())

  test('what is known can be read, and what cannot be done says so', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { id, checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    const [invoice] = (await client.get('/api/billing/invoices').headers(alice)).body().data
    transport.baseUrl = await nobody()

    for (const path of ['plans', 'subscriptions', 'invoices', `invoices/${invoice.id}`]) {
      ;(await client.get(`/api/billing/${path}`).headers(alice)).assertStatus(200)
    }
    const refused = [
      await subscribe(client, alice, 'free'),
      await client.delete(`/api/billing/subscriptions/${id}`).headers(alice).json({ at: 'now' }),
      await client.patch(`/api/billing/subscriptions/${id}`).headers(alice).json({ cancelAt: null }),
      await client.post(`/api/billing/invoices/${invoice.id}/payment`).headers(alice),
      await client.post('/api/billing/checkout').headers(alice),
      await client.get(`/api/billing/invoices/${invoice.id}/pdf`).headers(alice),
    ]
    for (const response of refused) {
      response.assertStatus(503)
      response.assertBodyContains({ code: 'E_BILLING_UNAVAILABLE' })
      assert.equal(response.header('retry-after'), '5')
    }
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    transport.baseUrl = address
    await recovered()
    await pay(checkoutUrl, cards.good)
  }).timeout(30_000)

  test('subscribing can be repeated until it works', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    transport.baseUrl = await nobody()
    ;(await subscribe(client, alice, 'pro_monthly')).assertStatus(503)
    assert.lengthOf(await Subscription.of(acme.id), 0)

    transport.baseUrl = address
    await recovered()
    ;(await subscribe(client, alice, 'pro_monthly')).assertStatus(201)
    assert.lengthOf(await lago.subscriptions(acme.id), 1)
  })

  for (const [what, answer] of Object.entries({
    'a connection that is cut': '',
    'a page': http('200 OK', 'text/html', '<h1>Welcome to nginx</h1>'),
    'broken JSON': http('200 OK', 'application/json', '{"webhook_endpoints":'),
    'an error': http('500 Internal Server Error', 'application/json', '{}'),
    'a key that is not known': http(
      '401 Unauthorized',
      'application/json',
      '{"status":401,"error":"Unauthorized"}',
    ),
  })) {
    test(`${what} in its place is an outage`, async ({ assert }) => {
      const { server, url } = await impostor(answer)
      transport.baseUrl = url
      const error = await lago.webhookEndpoints().catch((thrown: unknown) => thrown)
      server.close()
      assert.instanceOf(error, ServiceUnavailableException)
    })
  }
})
