import { test } from '@japa/runner'
import { lago } from '#billing/lago'
import Plan from '#billing/models/plan'
import { driftOf, mirrorPlans, PriceList } from '#billing/price_list'
import { WebhookEndpoint } from '#billing/webhook_endpoint'
import { plans } from '#config/plans'

const scale = plans.find(({ code }) => code === 'scale_monthly')!

test.group('Price list', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('is applied once', async ({ assert }) => {
    assert.deepEqual(await new PriceList().apply(), [])
  })

  test('mends what somebody changed in Lago', async ({ assert }) => {
    const pro = (await lago.plans()).find(({ code }) => code === 'pro_monthly')!
    const { code, interval, amount_cents, amount_currency } = pro
    const changed = { code, interval, amount_cents, amount_currency, pay_in_advance: true }
    await lago.updatePlan({ ...changed, name: 'Pro of old', description: 'Old', trial_period: 30 })

    assert.deepEqual(await new PriceList().apply(), ['plan pro_monthly updated: name, description, trial'])
    assert.deepEqual(await new PriceList().apply(), [])
  })

  test('notices every difference in a metered price', async ({ assert }) => {
    const current = (await lago.plans()).find(({ code }) => code === scale.code)!
    assert.deepEqual(driftOf(scale, current), [])

    const [charge] = scale.charges
    const dearer = [charge!.tiers[0]!, { ...charge!.tiers[1]!, unitAmount: '0.0006' }]
    assert.deepEqual(driftOf({ ...scale, charges: [{ ...charge!, tiers: dearer }] }, current), ['charges'])
    assert.deepEqual(driftOf({ ...scale, trialDays: 3, amountCents: 1 }, current), ['amount', 'trial'])
  })

  test('is public, in order, and says what is charged for', async ({ assert, client }) => {
    const response = await client.get('/api/billing/plans')
    response.assertStatus(200)
    assert.isUndefined(response.header('set-cookie'))

    const { data } = response.body()
    assert.deepEqual(
      data.map(({ code }: { code: string }) => code),
      plans.map(({ code }) => code),
    )
    assert.containsSubset(data[1], {
      name: 'Pro',
      interval: 'monthly',
      amountCents: 2900,
      currency: 'EUR',
      trialDays: 14,
    })
    assert.deepEqual(data[3].charges, [
      {
        metric: 'api_calls',
        name: 'API calls',
        tiers: [
          { upTo: 10_000, unitAmount: '0', flatAmount: '0' },
          { upTo: null, unitAmount: '0.0005', flatAmount: '0' },
        ],
      },
      {
        metric: 'seats',
        name: 'Members',
        tiers: [
          { upTo: 5, unitAmount: '0', flatAmount: '0' },
          { upTo: null, unitAmount: '8', flatAmount: '0' },
        ],
      },
    ])
  })

  test('is not sent again to who has it', async ({ client }) => {
    const first = await client.get('/api/billing/plans')
    const second = await client.get('/api/billing/plans').header('if-none-match', first.header('etag')!)
    second.assertStatus(304)
  })

  test('shows what Lago has, after it was read again', async ({ assert }) => {
    await Plan.query().where({ code: 'free' }).update({ name: 'Out of date' })
    await mirrorPlans()
    assert.equal((await Plan.findOrFail('free')).name, 'Free')
  })
})

test.group('Webhook endpoint', (group) => {
  const name = 'Gantry tests of the endpoint'
  const named = async () => (await lago.webhookEndpoints()).filter((endpoint) => endpoint.name === name)

  group.each.teardown(async () => {
    for (const { lago_id: id } of await named()) await lago.destroyWebhookEndpoint(id)
  })

  test('is registered once, and replaces its earlier address', async ({ assert }) => {
    const old = new WebhookEndpoint('http://127.0.0.1:9/old', name)
    const current = new WebhookEndpoint('http://127.0.0.1:9/new', name)
    await old.register()
    await current.register()

    assert.deepEqual(await current.register(), [])
    assert.deepEqual(
      (await named()).map(({ webhook_url: url }) => url),
      ['http://127.0.0.1:9/new'],
    )
  })
})
