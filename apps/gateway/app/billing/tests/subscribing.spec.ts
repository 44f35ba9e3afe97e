import { test } from '@japa/runner'
import { lago } from '#billing/lago'
import Invoice from '#billing/models/invoice'
import Subscription from '#billing/models/subscription'
import {
  actionsOf,
  active,
  becomes,
  cards,
  eventually,
  listenToLago,
  memberOf,
  organization,
  owner,
  pay,
  subscribe,
} from '#billing/tests/world'

test.group('Subscribing', (group) => {
  group.setup(() => listenToLago())

  test('a plan with a trial is active at once and asks for a card', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const response = await subscribe(client, alice, 'pro_monthly')
    response.assertStatus(201)

    const { data } = response.body()
    assert.containsSubset(data, {
      planCode: 'pro_monthly',
      planName: 'Pro',
      status: 'active',
      cancelAt: null,
    })
    const trial = Date.parse(data.trialEndsAt) - Date.parse(data.startedAt)
    assert.equal(trial, 14 * 24 * 3_600_000)
    assert.include((await fetch(data.checkoutUrl)).headers.get('content-type'), 'text/html')
    assert.equal((await pay(data.checkoutUrl, cards.good)).status, 303)
    assert.deepEqual(await actionsOf(acme.id, 'subscription'), [
      'subscription.started',
      'subscription.activated',
    ])
  })

  test('a free plan is active at once and asks for nothing', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { data } = (await subscribe(client, alice, 'free')).body()
    assert.containsSubset(data, { status: 'active', trialEndsAt: null, checkoutUrl: null })
    assert.lengthOf(await Invoice.of(acme.id), 0)
  })

  test('a plan without a trial waits for its first payment, and becomes active by it', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    const { data } = (await subscribe(client, alice, 'scale_monthly')).body()
    assert.equal(data.status, 'incomplete')

    const { location } = await pay(data.checkoutUrl, cards.good)
    assert.include(location, 'payment=succeeded')
    await becomes(acme.id, 'active')

    const list = await client.get('/api/billing/invoices').headers(alice)
    assert.equal(list.body().total, 1)
    assert.containsSubset(list.body().data[0], {
      status: 'finalized',
      paymentStatus: 'succeeded',
      totalCents: 9900,
      currency: 'EUR',
    })
    assert.deepEqual(await actionsOf(acme.id, 'subscription'), [
      'subscription.started',
      'subscription.activated',
    ])
    assert.deepEqual(await actionsOf(acme.id, 'invoice'), ['invoice.issued', 'invoice.paid'])
  })

  test('a declined card leaves it waiting and says why; another card helps', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { data } = (await subscribe(client, alice, 'scale_monthly')).body()
    assert.match((await pay(data.checkoutUrl, cards.declined)).page, /declined/)

    const failed = await eventually('the failed invoice', () =>
      Invoice.of(acme.id).where({ payment_status: 'failed' }).whereNotNull('payment_error').first(),
    )
    for (const [language, sentence] of [
      ['en', 'Your card was declined. Try another card, or ask your bank why.'],
      [
        'de',
        'Ihre Karte wurde abgelehnt. Versuchen Sie es mit einer anderen, oder fragen Sie Ihre Bank nach dem Grund.',
      ],
    ] as const) {
      const answer = await client
        .get(`/api/billing/invoices/${failed.id}`)
        .headers({ ...alice, 'accept-language': language })
      assert.equal(answer.body().data.paymentError, sentence)
    }
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    const again = await client.post(`/api/billing/invoices/${failed.id}/payment`).headers(alice)
    await pay(again.body().data.paymentUrl, cards.good)
    await becomes(acme.id, 'active')
    await failed.refresh()
    assert.isNull(failed.paymentError)
  })

  test('ten clicks at once make one subscription', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => subscribe(client, alice, 'scale_monthly')),
    )

    assert.deepEqual([...new Set(answers.map((answer) => answer.status()))], [201])
    assert.lengthOf([...new Set(answers.map((answer) => answer.body().data.id))], 1)
    assert.lengthOf(await lago.subscriptions(acme.id), 1)
    assert.lengthOf(await lago.invoices(acme.id), 1)
    assert.lengthOf(await Subscription.of(acme.id), 1)
  })

  test('an answer that was lost is found again', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await lago.saveCustomer(acme, 'alice@acme.test')
    await lago.subscribe(acme.id, 'scale_monthly')

    const { data } = (await subscribe(client, alice, 'scale_monthly')).body()
    assert.equal(data.status, 'incomplete')
    assert.isString(data.checkoutUrl)
    assert.lengthOf(await lago.subscriptions(acme.id), 1)
  })

  test('whoever has not paid yet can choose another plan and owes nothing', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'scale_monthly')
    const { data } = (await subscribe(client, alice, 'pro_monthly')).body()

    assert.containsSubset(data, { planCode: 'pro_monthly', status: 'active' })
    assert.lengthOf(await active(acme.id), 1)
    assert.lengthOf(await Invoice.open(acme.id), 0)
    assert.deepEqual((await Subscription.of(acme.id)).map(({ status }) => status).sort(), [
      'active',
      'canceled',
    ])
  })

  test('a dearer plan replaces a cheaper one at once', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'free')
    const { data } = (await subscribe(client, alice, 'scale_monthly')).body()

    assert.containsSubset(data, { planCode: 'scale_monthly', status: 'incomplete' })
    assert.lengthOf(await active(acme.id), 1)
  })

  test('a cheaper plan waits for the end of the period, and choosing the old one takes it back', async ({
    assert,
    client,
  }) => {
    const { alice } = await owner()
    await subscribe(client, alice, 'pro_monthly')
    const changed = (await subscribe(client, alice, 'free')).body().data
    assert.containsSubset(changed, { planCode: 'pro_monthly', nextPlanCode: 'free' })

    const kept = (await subscribe(client, alice, 'pro_monthly')).body().data
    assert.containsSubset(kept, { id: changed.id, planCode: 'pro_monthly', nextPlanCode: null })
  })

  test('an unknown plan is refused and changes nothing', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    for (const planCode of ['enterprise', '', null, 7, ['free'], '../plans']) {
      const response = await client.post('/api/billing/subscriptions').headers(alice).json({ planCode })
      response.assertStatus(422)
      assert.property(response.body().details, 'planCode')
    }
    assert.lengthOf(await Subscription.of(acme.id), 0)
    assert.lengthOf(await lago.subscriptions(acme.id), 0)
  })

  test('members and viewers may look but not buy', async ({ assert, client }) => {
    const acme = await organization()
    for (const role of ['member', 'viewer'] as const) {
      const bob = await memberOf(acme, role)
      ;(await subscribe(client, bob, 'free')).assertStatus(403)
      ;(await client.get('/api/billing/subscriptions').headers(bob)).assertStatus(200)
    }
    assert.lengthOf(await lago.subscriptions(acme.id), 0)
    ;(await subscribe(client, await memberOf(acme, 'admin'), 'free')).assertStatus(201)
  })

  test('nobody subscribes without signing in', async ({ client }) => {
    const response = await client.post('/api/billing/subscriptions').json({ planCode: 'free' })
    response.assertStatus(403)
    response.assertBodyContains({ code: 'E_BAD_CSRF_TOKEN' })
    ;(await client.get('/api/billing/subscriptions')).assertStatus(401)
  })
})
