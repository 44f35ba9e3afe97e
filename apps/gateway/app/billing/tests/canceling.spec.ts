import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { lago } from '#billing/lago'
import Invoice from '#billing/models/invoice'
import Subscription from '#billing/models/subscription'
import {
  actionsOf,
  active,
  becomes,
  cards,
  listenToLago,
  memberOf,
  owner,
  pay,
  subscribe,
} from '#billing/tests/world'

const address = (id: string) => `/api/billing/subscriptions/${id}`

test.group('Canceling', (group) => {
  group.setup(() => listenToLago())

  test('now ends it at once', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { id } = (await subscribe(client, alice, 'pro_monthly')).body().data
    const response = await client.delete(address(id)).headers(alice).json({ at: 'now' })

    response.assertStatus(200)
    assert.containsSubset(response.body().data, { id, status: 'canceled' })
    assert.isString(response.body().data.canceledAt)
    assert.lengthOf(await active(acme.id), 0)
  })

  test('twice is as good as once', async ({ assert, client }) => {
    const { alice } = await owner()
    const { id } = (await subscribe(client, alice, 'free')).body().data
    const first = await client.delete(address(id)).headers(alice).json({ at: 'now' })
    const second = await client.delete(address(id)).headers(alice).json({ at: 'now' })

    second.assertStatus(200)
    assert.deepEqual(second.body().data, first.body().data)
  })

  test('at the end of the period keeps what is paid for, and can be taken back', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    const { id, checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.good)
    await becomes(acme.id, 'active')

    const { data } = (await client.delete(address(id)).headers(alice).json({ at: 'period_end' })).body()
    assert.containsSubset(data, { id, status: 'active' })
    assert.isAbove(Date.parse(data.cancelAt), Date.parse(data.currentPeriodEnd))
    assert.isAtMost(Date.parse(data.cancelAt) - Date.parse(data.currentPeriodEnd), 1_000)

    const resumed = await client.patch(address(id)).headers(alice).json({ cancelAt: null })
    resumed.assertStatus(200)
    assert.containsSubset(resumed.body().data, { id, status: 'active', cancelAt: null })
    assert.isNull((await active(acme.id))[0]!.ending_at)
    assert.deepEqual(await actionsOf(acme.id, 'subscription'), [
      'subscription.started',
      'subscription.activated',
      'subscription.changed',
      'subscription.changed',
    ])
  })

  test('a trial at the end of the period ends it with the trial, before the first bill', async ({
    assert,
    client,
  }) => {
    const { alice } = await owner()
    const { id, trialEndsAt } = (await subscribe(client, alice, 'pro_yearly')).body().data
    const { data } = (await client.delete(address(id)).headers(alice).json({ at: 'period_end' })).body()
    assert.equal(data.cancelAt.slice(0, 19), trialEndsAt.slice(0, 19))
  })

  test('what was never paid leaves nothing to pay', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { id } = (await subscribe(client, alice, 'scale_monthly')).body().data
    const { data } = (await client.delete(address(id)).headers(alice).json({ at: 'period_end' })).body()

    assert.equal(data.status, 'canceled')
    assert.lengthOf(await Invoice.open(acme.id), 0)
    assert.deepEqual(
      (await lago.invoices(acme.id)).map(({ status }) => status),
      ['voided'],
    )
  })

  test('and coming back begins a new subscription without a second trial', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const first = (await subscribe(client, alice, 'pro_monthly')).body().data
    await client.delete(address(first.id)).headers(alice).json({ at: 'now' })
    const second = (await subscribe(client, alice, 'pro_monthly')).body().data

    assert.notEqual(second.id, first.id)
    assert.equal(second.trialEndsAt, first.trialEndsAt)
    assert.lengthOf(await Subscription.of(acme.id), 2)
  })

  test('asks when, and knows no other time', async ({ assert, client }) => {
    const { alice } = await owner()
    const { id } = (await subscribe(client, alice, 'free')).body().data
    for (const body of [{}, { at: 'tomorrow' }, { at: null }, { at: ['now'] }]) {
      ;(await client.delete(address(id)).headers(alice).json(body)).assertStatus(422)
    }
    for (const body of [{}, { cancelAt: '2030-01-01T00:00:00Z' }, { cancelAt: 1 }]) {
      ;(await client.patch(address(id)).headers(alice).json(body)).assertStatus(422)
    }
    assert.equal((await Subscription.findOrFail(id)).status, 'active')
  })

  test('is for owners and admins of the same organization', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { id } = (await subscribe(client, alice, 'free')).body().data
    const bob = await memberOf(acme, 'member')
    const { alice: charlie } = await owner()

    for (const [headers, status] of [
      [bob, 403],
      [charlie, 404],
      [{}, 403],
    ] as const) {
      ;(await client.delete(address(id)).headers(headers).json({ at: 'now' })).assertStatus(status)
      ;(await client.patch(address(id)).headers(headers).json({ cancelAt: null })).assertStatus(status)
    }
    ;(await client.delete(address(uuidv7())).headers(alice).json({ at: 'now' })).assertStatus(404)
    ;(await client.delete(address('..%2fplans')).headers(alice).json({ at: 'now' })).assertStatus(422)
    assert.equal((await Subscription.findOrFail(id)).status, 'active')
    assert.lengthOf(await active(acme.id), 1)
  })
})
