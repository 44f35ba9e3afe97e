import { test } from '@japa/runner'
import { planOf } from '#billing/entitlements'
import { grant } from '#billing/grant'
import { lago } from '#billing/lago'
import Plan from '#billing/models/plan'
import Subscription from '#billing/models/subscription'
import { mirrorPlans, PriceList } from '#billing/price_list'
import { listenToLago, memberOf, organization, owner, subscribe } from '#billing/tests/world'
import { plans } from '#config/plans'
import env from '#start/env'

const path = '/api/billing/entitlements'
const domain = '/api/single-sign-on/domains'

test.group('Entitlements', (group) => {
  group.setup(() => listenToLago())

  test('come from the plan, and without one from the free one', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const shown = await client.get(path).headers(alice)
    assert.deepEqual(shown.body().data, {
      planCode: 'free',
      planName: 'Free',
      features: { sso: false, api_calls: 1_000 },
      suspendsAt: null,
      suspendedAt: null,
      balanceIsLow: false,
      currency: 'EUR',
      currencyIsFinal: false,
    })

    await subscribe(client, alice, 'scale_monthly')
    assert.equal((await planOf(acme.id)).planCode, 'free', 'what was never paid gives nothing')
    await Subscription.query().where({ organizationId: acme.id }).update({ status: 'active' })
    const plan = await planOf(acme.id)
    assert.isTrue(plan.can('sso'))
    assert.isNull(plan.limit('api_calls'))
  })

  test('are those of Lago, and those of the price list where Lago knows no features', async ({ assert }) => {
    const { acme } = await owner()
    await lago.setEntitlements('free', { api_calls: { max: 7 } })
    await mirrorPlans()
    assert.equal((await planOf(acme.id)).limit('api_calls'), 7)

    await Plan.query().where({ code: 'free' }).update({ entitlements: '{}' })
    assert.equal((await planOf(acme.id)).limit('api_calls'), 1_000)
    assert.deepEqual(await new PriceList().drift(), ['plan free differs in entitlements'])
    assert.deepEqual(await new PriceList().apply(), ['plan free updated: entitlements'])
    assert.deepEqual(await new PriceList().drift(), [])
  })

  test('guard a route, and the refusal names the plan and the way there', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const refused = await client.post(domain).headers(alice).json({ name: 'acme.test' })
    refused.assertStatus(403)
    assert.containsSubset(refused.body(), {
      code: 'E_PLAN_REQUIRED',
      error: 'Single sign-on is part of Scale. An owner or admin can choose it under Billing.',
      details: {
        plan: 'scale_monthly',
        url: `${env.get('APP_URL')}/dashboard/billing?plan=scale_monthly`,
      },
    })

    assert.isNull(await grant(acme.slug, 'sso', 'yes'))
    ;(
      await client
        .post(domain)
        .headers(alice)
        .json({ name: `${acme.slug}.test` })
    ).assertStatus(201)
    assert.isNull(await grant(acme.slug, 'sso', 'plan'))
    ;(
      await client
        .post(domain)
        .headers(alice)
        .json({ name: `again.${acme.slug}.test` })
    ).assertStatus(403)
    ;(await client.get('/api/single-sign-on').headers(alice)).assertStatus(200)
  })

  test('can be granted beyond the plan, in words that are checked', async ({ assert }) => {
    const { slug, id } = await organization()
    for (const [feature, word] of [
      ['sso', '7'],
      ['sso', 'unlimited'],
      ['api_calls', 'yes'],
      ['gold', 'yes'],
    ])
      assert.isString(await grant(slug, feature!, word!))
    assert.isString(await grant('nobody', 'sso', 'yes'))
    assert.equal((await planOf(id)).limit('api_calls'), 1_000)

    await grant(slug, 'api_calls', '50000')
    assert.equal((await planOf(id)).limit('api_calls'), 50_000)
    await grant(slug, 'api_calls', 'unlimited')
    assert.isNull((await planOf(id)).limit('api_calls'))
  })

  test('are shown to members of the organization alone', async ({ client }) => {
    const acme = await organization()
    const { alice: charlie } = await owner()
    const bob = await memberOf(acme, 'viewer')
    ;(await client.get(path).headers(bob)).assertStatus(200)
    ;(await client.get(path)).assertStatus(401)
    ;(await client.get(path).headers(charlie).header('x-organization-id', acme.id)).assertStatus(404)
  })

  test('stand in the price list that everybody reads', async ({ assert, client }) => {
    const { data } = (await client.get('/api/billing/plans')).body()
    assert.deepEqual(
      data.map(({ entitlements }: { entitlements: object }) => entitlements),
      plans.map(({ entitlements }) => entitlements),
    )
  })
})
