import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import reconcile from '#billing/jobs/reconcile'
import requeueWebhooks from '#billing/jobs/requeue_webhooks'
import processWebhook from '#billing/jobs/process_webhook'
import { client as transport, lago } from '#billing/lago'
import Invoice from '#billing/models/invoice'
import LagoWebhook from '#billing/models/lago_webhook'
import Subscription from '#billing/models/subscription'
import { mirrorPlans, PriceList } from '#billing/price_list'
import { between, isPost, recovered } from '#billing/tests/between'
import { actionsOf, active, cards, ignoreLago, owner, pay, subscribe } from '#billing/tests/world'
import { queue } from '#core/queue/queues'
import env from '#start/env'

const unavailable = { status: 500, body: '{"status":500,"error":"Internal Error"}' }

test.group('A failing Lago', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.each.teardown(() => recovered())

  for (const [what, spoil] of Object.entries({
    'does as it was told and answers too late': async (forward: () => Promise<unknown>) => {
      await forward()
      await sleep(10_000)
    },
    'does as it was told long after': async (forward: () => Promise<unknown>) => {
      await sleep(10_000)
      await forward()
    },
  })) {
    test(`${what}: trying again makes one subscription`, async ({ assert, client }) => {
      const { acme, alice } = await owner()
      let late: Promise<unknown> = Promise.resolve()
      const server = await between(async (request, forward) => {
        if (!isPost(request, '/subscriptions')) return forward()
        late = spoil(forward)
        await late
        return unavailable
      })
      const started = performance.now()
      const refused = await subscribe(client, alice, 'scale_monthly')
      refused.assertStatus(503)
      refused.assertBodyContains({ code: 'E_BILLING_UNAVAILABLE' })
      assert.isBelow(performance.now() - started, env.get('LAGO_TIMEOUT_MS') + 2_000)
      await recovered()

      ;(await subscribe(client, alice, 'scale_monthly')).assertStatus(201)
      await late
      server.close()
      await reconcile()
      assert.lengthOf(await active(acme.id), 1)
      assert.lengthOf(await lago.invoices(acme.id), 1)
      assert.lengthOf(await Subscription.of(acme.id), 1)
    }).timeout(60_000)
  }

  test('answers with errors, at whatever step: trying again makes one subscription', async ({
    assert,
    client,
  }) => {
    for (const step of ['/customers', '/subscriptions', '/payment_url']) {
      const { acme, alice } = await owner()
      const server = await between(async (request, forward) => {
        const answer = await forward()
        return isPost(request, step) ? unavailable : answer
      })
      ;(await subscribe(client, alice, 'scale_monthly')).assertStatus(503)
      server.close()
      await recovered()

      const again = await subscribe(client, alice, 'scale_monthly')
      again.assertStatus(201)
      assert.isString(again.body().data.checkoutUrl)
      assert.lengthOf(await lago.subscriptions(acme.id), 1)
      assert.lengthOf(await lago.invoices(acme.id), 1)
    }
  }).timeout(60_000)
})

/** The same numbers each time, so that a failure can be repeated. */
function shuffler(seed: number) {
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  return {
    next,
    shuffle: <T>(list: T[]) =>
      list
        .map((value) => ({ value, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ value }) => value),
  }
}

const types = [
  'customer.created',
  'subscription.started',
  'invoice.created',
  'invoice.payment_failure',
  'invoice.payment_status_updated',
  'payment.succeeded',
  'wallet.updated',
  'subscription.updated',
]

const write = (organizationId: string, type: string) =>
  LagoWebhook.create({
    uniqueKey: uuidv7(),
    type,
    organizationId,
    payload: { webhook_type: type, object_type: 'customer', customer: { external_id: organizationId } },
  })

test.group('Messages of Lago', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
    await ignoreLago()
  })
  group.each.teardown(() => queue('lago-webhooks').drain())

  test('that are shuffled, doubled and dropped lead to the same state', async ({ assert, client }) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { next, shuffle } = shuffler(seed)
      const { acme, alice } = await owner()
      const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
      await pay(checkoutUrl, cards.declined)
      await pay(checkoutUrl, cards.good)

      const kept = types.filter(() => next() > 0.3)
      const sent = shuffle([...kept, ...kept.filter(() => next() > 0.5)])
      for (const type of sent) {
        const { uniqueKey } = await write(acme.id, type)
        await processWebhook({ uniqueKey })
      }
      await reconcile()

      const state = {
        statuses: (await Subscription.of(acme.id)).map(({ status, planCode }) => [status, planCode]),
        invoices: (await Invoice.of(acme.id)).map(({ paymentStatus, totalCents }) => [
          paymentStatus,
          totalCents,
        ]),
        said: await actionsOf(acme.id, 'subscription'),
        paid: (await actionsOf(acme.id, 'invoice')).filter((action) => action === 'invoice.paid'),
      }
      assert.deepEqual(
        state,
        {
          statuses: [['active', 'scale_monthly']],
          invoices: [['succeeded', 99_00]],
          said: ['subscription.started', 'subscription.activated'],
          paid: ['invoice.paid'],
        },
        `seed ${seed}: ${sent.join(', ')}`,
      )
    }
  }).timeout(60_000)

  test('that were taken in before a restart are worked off after it', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.good)
    const { uniqueKey } = await write(acme.id, 'payment.succeeded')
    assert.equal((await Subscription.alive(acme.id))?.status, 'incomplete')

    // Between taking it in and its turn everything stopped, and the queue forgot.
    await LagoWebhook.query()
      .where({ uniqueKey })
      .update({ received_at: new Date(0) })
    await requeueWebhooks()
    const job = await queue('lago-webhooks').getJob(uniqueKey)
    await processWebhook(job!.data as { uniqueKey: string })
    assert.equal((await Subscription.alive(acme.id))?.status, 'active')
  })
})

test.group('A plan that is not for sale', (group) => {
  const code = 'partner_monthly'
  group.setup(async () => {
    await new PriceList().apply()
    const hidden = { code, name: 'Partner', interval: 'monthly', amount_cents: 1, amount_currency: 'EUR' }
    await lago.createPlan({ ...hidden, pay_in_advance: true } as never).catch(() => {})
    await mirrorPlans()
    return async () => {
      await transport.plans.destroyPlan(code)
    }
  })

  test('is not shown, priced or sold', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { data } = (await client.get('/api/billing/plans')).body()
    assert.notInclude(
      data.map((plan: { code: string }) => plan.code),
      code,
    )
    ;(await client.get(`/api/billing/preview?planCode=${code}`).headers(alice)).assertStatus(422)
    ;(await subscribe(client, alice, code)).assertStatus(422)
    assert.isEmpty(await lago.subscriptions(acme.id))
  })
})
