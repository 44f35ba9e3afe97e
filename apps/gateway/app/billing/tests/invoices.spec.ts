import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import Invoice from '#billing/models/invoice'
import {
  becomes,
  cards,
  eventually,
  listenToLago,
  memberOf,
  owner,
  pay,
  subscribe,
} from '#billing/tests/world'

/** An organization with one invoice that is still to be paid. */
async function customer(client: Parameters<typeof subscribe>[0]) {
  const { acme, alice } = await owner()
  const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
  const invoice = await Invoice.of(acme.id).firstOrFail()
  return { acme, alice, checkoutUrl: checkoutUrl as string, invoice }
}

test.group('Invoices', (group) => {
  group.setup(() => listenToLago())

  test('are listed page by page for every member', async ({ assert, client }) => {
    const { acme, invoice } = await customer(client)
    const viewer = await memberOf(acme, 'viewer')
    const response = await client.get('/api/billing/invoices').qs({ page: 1, perPage: 1 }).headers(viewer)

    response.assertStatus(200)
    assert.equal(response.body().total, 1)
    assert.deepEqual(response.body().data, [
      {
        id: invoice.id,
        number: invoice.number,
        status: 'finalized',
        paymentStatus: 'pending',
        paymentError: null,
        overdue: false,
        issuedOn: invoice.issuedOn.toISODate(),
        dueOn: invoice.dueOn?.toISODate() ?? null,
        totalCents: 9900,
        currency: 'EUR',
        pdfUrl: `/api/billing/invoices/${invoice.id}/pdf`,
      },
    ])
    const beyond = await client.get('/api/billing/invoices').qs({ page: 2, perPage: 1 }).headers(viewer)
    assert.deepEqual([beyond.body().data, beyond.body().total], [[], 1])
    ;(await client.get(`/api/billing/invoices/${invoice.id}`).headers(viewer)).assertBodyContains({
      data: { id: invoice.id },
    })
  })

  test('refuse a page that cannot be', async ({ client }) => {
    const { alice } = await owner()
    for (const query of [{ page: 0 }, { page: 1.5 }, { perPage: 101 }, { page: 'x' }]) {
      ;(await client.get('/api/billing/invoices').qs(query).headers(alice)).assertStatus(422)
    }
  })

  test('come as PDF', async ({ assert, client }) => {
    const { alice, invoice } = await customer(client)
    const response = await eventually('the PDF', async () => {
      const answer = await client.get(`/api/billing/invoices/${invoice.id}/pdf`).headers(alice)
      return answer.status() === 200 && answer
    })
    assert.equal(response.header('content-type'), 'application/pdf')
    assert.include(response.header('content-disposition'), `${invoice.number}.pdf`)
    assert.equal(response.header('cache-control'), 'private, no-store')
  })

  test('can be paid while they are open', async ({ assert, client }) => {
    const { acme, alice, invoice } = await customer(client)
    const address = `/api/billing/invoices/${invoice.id}/payment`
    const response = await client.post(address).headers(alice)
    response.assertStatus(200)
    await pay(response.body().data.paymentUrl, cards.good)
    await becomes(acme.id, 'active')

    const again = await client.post(address).headers(alice)
    again.assertStatus(409)
    assert.equal(again.body().code, 'E_INVOICE_NOT_PAYABLE')
  })

  test('are what the checkout leads to first, and a card is next', async ({ assert, client }) => {
    const { acme, alice } = await customer(client)
    const first = await client.post('/api/billing/checkout').headers(alice)
    assert.equal((await pay(first.body().data.checkoutUrl, cards.good)).status, 303)
    await becomes(acme.id, 'active')

    const second = await client.post('/api/billing/checkout').headers(alice)
    second.assertStatus(200)
    assert.notEqual(second.body().data.checkoutUrl, first.body().data.checkoutUrl)
  })

  test('there is no checkout before a plan was chosen', async ({ client }) => {
    const { alice } = await owner()
    const response = await client.post('/api/billing/checkout').headers(alice)
    response.assertStatus(409)
    response.assertBodyContains({ code: 'E_NO_CHECKOUT' })
  })

  test('of another organization do not exist', async ({ assert, client }) => {
    const { invoice } = await customer(client)
    const { alice: charlie } = await owner()
    const unknown = `/api/billing/invoices/${uuidv7()}`

    for (const address of [`/api/billing/invoices/${invoice.id}`, unknown]) {
      ;(await client.get(address).headers(charlie)).assertStatus(404)
      ;(await client.get(`${address}/pdf`).headers(charlie)).assertStatus(404)
      ;(await client.post(`${address}/payment`).headers(charlie)).assertStatus(404)
    }
    const list = await client.get('/api/billing/invoices').headers(charlie)
    assert.equal(list.body().total, 0)
  })

  test('are paid by owners and admins alone', async ({ client }) => {
    const { acme, invoice } = await customer(client)
    const bob = await memberOf(acme, 'member')
    ;(await client.post(`/api/billing/invoices/${invoice.id}/payment`).headers(bob)).assertStatus(403)
    ;(await client.post('/api/billing/checkout').headers(bob)).assertStatus(403)
    ;(await client.get('/api/billing/invoices')).assertStatus(401)
    ;(await client.get(`/api/billing/invoices/${invoice.id}`)).assertStatus(401)
    ;(await client.get(`/api/billing/invoices/${invoice.id}/pdf`)).assertStatus(401)
    ;(await client.post(`/api/billing/invoices/${invoice.id}/payment`)).assertStatus(403)
    ;(await client.post('/api/billing/checkout')).assertStatus(403)
  })
})
