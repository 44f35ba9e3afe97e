import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { currencyOf } from '#billing/currency'
import { client as transport, lago } from '#billing/lago'
import Subscription from '#billing/models/subscription'
import { driftOf, PriceList } from '#billing/price_list'
import { cards, memberOf, owner, pay, subscribe } from '#billing/tests/world'
import { currencies, plans } from '#config/plans'

type Headers = Record<string, string>

const acmeDetails = {
  legalName: 'Acme Inc.',
  addressLine1: '1 Market Street',
  addressLine2: null,
  city: 'San Francisco',
  postalCode: '94105',
  state: 'CA',
  country: 'US',
  taxNumber: null,
}
const saveDetails = (client: ApiClient, headers: Headers, change: object) =>
  client
    .put('/api/billing/details')
    .headers(headers)
    .json({ ...acmeDetails, ...change })
const preview = (client: ApiClient, headers: Headers, planCode: string) =>
  client.get('/api/billing/preview').headers(headers).qs({ planCode })

async function fixedCoupon(currency: string) {
  const code = `TEST-${uuidv7()}`
  const made = {
    code,
    name: 'Ten off',
    coupon_type: 'fixed_amount',
    amount_cents: 10_00,
    amount_currency: currency,
    frequency: 'once',
    expiration: 'no_expiration',
  }
  // The client's type wants a share of each of them.
  await transport.coupons.createCoupon({ coupon: made as never })
  return code
}

test.group('A plan in several currencies', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('is a plan of its own at Lago for each, and includes the same', async ({ assert, client }) => {
    const { data } = (await client.get('/api/billing/plans')).body()
    const codes = ['scale_monthly', 'scale_monthly_usd']
    const [euro, dollar] = codes.map((code) => data.find((plan: { code: string }) => plan.code === code))
    assert.containsSubset(euro, { currency: 'EUR', amountCents: 99_00 })
    assert.containsSubset(dollar, { currency: 'USD', amountCents: 109_00 })
    assert.deepEqual(dollar.entitlements, euro.entitlements)
    assert.include(euro.features, 'Then €0.50 for every 1,000 calls')
    assert.include(dollar.features, 'Then US$0.55 for every 1,000 calls')
    assert.include(dollar.features, '5 members included, then US$9 for each more, by the day')
    assert.equal(dollar.charges[1].tiers[1].unitAmount, '9')
    assert.lengthOf(data, plans.length)
    assert.lengthOf(plans, 4 * currencies.length)
  })

  test('whose currency somebody changed in Lago is noticed', async ({ assert }) => {
    const plan = plans.find(({ code }) => code === 'pro_monthly_usd')!
    const current = (await lago.plans()).find(({ code }) => code === plan.code)!
    assert.deepEqual(driftOf(plan, current), [])
    assert.deepEqual(driftOf(plan, { ...current, amount_currency: 'EUR' }), ['currency'])
    assert.deepEqual(driftOf({ ...plan, currency: 'JPY' }, current), ['currency'])
  })

  test('bills each organization in its own', async ({ assert, client }) => {
    for (const [planCode, currency, total] of [
      ['scale_monthly', 'EUR', 99_00],
      ['scale_monthly_usd', 'USD', 109_00],
    ] as const) {
      const { acme, alice } = await owner()
      const shown = await preview(client, alice, planCode)
      assert.containsSubset(shown.body().data, { currency, dueCents: total })
      const answer = await subscribe(client, alice, planCode)
      answer.assertStatus(201)
      await pay(answer.body().data.checkoutUrl, cards.good)
      const invoices = await lago.invoices(acme.id)
      assert.deepEqual(
        invoices.map((invoice) => [invoice.currency, invoice.total_amount_cents]),
        [[currency, total]],
      )
      assert.deepEqual(await currencyOf(acme.id), { currency, isFinal: true })
      const entitlements = await client.get('/api/billing/entitlements').headers(alice)
      assert.containsSubset(entitlements.body().data, { currency, currencyIsFinal: true })
    }
  })

  test('is refused to whoever pays in another, and says what to choose', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    ;(await subscribe(client, alice, 'free_usd')).assertStatus(201)
    for (const answer of [
      await subscribe(client, alice, 'pro_monthly'),
      await preview(client, alice, 'pro_monthly'),
    ]) {
      answer.assertStatus(422)
      assert.match(answer.body().details.planCode, /in EUR.+pays in USD.+choose the plan in USD/)
    }
    ;(await subscribe(client, alice, 'pro_monthly_usd')).assertStatus(201)
    assert.equal((await Subscription.alive(acme.id))!.planCode, 'pro_monthly_usd')
    ;(await subscribe(client, alice, 'pro_monthly_jpy')).assertStatus(422)
    ;(await subscribe(client, alice, 'pro_monthly_eur')).assertStatus(422)
  })

  test('is chosen by those who look after billing alone', async ({ client }) => {
    const { acme } = await owner()
    const member = await memberOf(acme, 'member')
    ;(await subscribe(client, member, 'pro_monthly_usd')).assertStatus(403)
    ;(await saveDetails(client, member, { currency: 'USD' })).assertStatus(403)
  })
})

test.group('The currency of an organization', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('can change until something has a price in it', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const shown = () => client.get('/api/billing/details').headers(alice)
    assert.containsSubset((await shown()).body().data, {
      currency: 'EUR',
      currencyIsFinal: false,
      currencies: ['EUR', 'USD'],
    })
    ;(await saveDetails(client, alice, { currency: 'USD' })).assertStatus(200)
    assert.equal((await lago.customer(acme.id))!.currency, 'USD')
    ;(await saveDetails(client, alice, { currency: 'EUR' })).assertStatus(200)
    ;(await saveDetails(client, alice, { currency: 'USD' })).assertStatus(200)
    // A form of before knows no currency.
    ;(await saveDetails(client, alice, {})).assertStatus(200)
    assert.containsSubset((await shown()).body().data, { currency: 'USD', currencyIsFinal: false })

    ;(await subscribe(client, alice, 'free_usd')).assertStatus(201)
    const refused = await saveDetails(client, alice, { currency: 'EUR', legalName: 'Changed' })
    refused.assertStatus(422)
    assert.match(refused.body().details.currency, /pays in USD.+create an organization/)
    assert.containsSubset((await shown()).body().data, {
      legalName: 'Acme Inc.',
      currency: 'USD',
      currencyIsFinal: true,
    })
    ;(await saveDetails(client, alice, { currency: 'USD' })).assertStatus(200)
  })

  test('is one of those that plans are priced in', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    for (const currency of ['JPY', 'XXX', 'usd', '', 5]) {
      const answer = await saveDetails(client, alice, { currency })
      answer.assertStatus(422)
      assert.deepEqual(Object.keys(answer.body().details), ['currency'])
    }
    assert.isNull(await lago.customer(acme.id))
  })

  test('is that of its coupons', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const [euros, dollars] = await Promise.all(['EUR', 'USD'].map(fixedCoupon))
    const take = (code: string) => client.post('/api/billing/coupons').headers(alice).json({ code })
    const early = await take(dollars!)
    early.assertStatus(422)
    assert.match(early.body().details.code, /in USD.+pays in EUR.+change the currency/)

    ;(await saveDetails(client, alice, { currency: 'USD' })).assertStatus(200)
    ;(await take(dollars!)).assertStatus(201)
    assert.isTrue((await currencyOf(acme.id)).isFinal)
    const late = await take(euros!)
    late.assertStatus(422)
    assert.match(late.body().details.code, /Ask for one in USD\.$/)
    assert.lengthOf(await lago.appliedCoupons(acme.id), 1)

    await subscribe(client, alice, 'scale_monthly_usd')
    const [invoice] = await lago.invoices(acme.id)
    assert.equal(invoice!.total_amount_cents, 99_00)
  })

  test('is that of its prepaid credit', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    ;(await saveDetails(client, alice, { currency: 'USD' })).assertStatus(200)
    const order = await client.post('/api/billing/wallet/top-ups').headers(alice).json({ amountCents: 20_00 })
    order.assertStatus(201)
    await pay(order.body().data.paymentUrl, cards.good)
    const [held] = await lago.wallets(acme.id)
    assert.containsSubset(held!.wallet, { currency: 'USD', balance_cents: 20_00 })

    ;(await subscribe(client, alice, 'scale_monthly')).assertStatus(422)
    ;(await subscribe(client, alice, 'scale_monthly_usd')).assertStatus(201)
    const wallet = await client.get('/api/billing/wallet').headers(alice)
    assert.containsSubset(wallet.body().data, { currency: 'USD', balanceCents: 0 })
    const [invoice] = (await lago.invoices(acme.id)).filter(({ invoice_type: type }) => type !== 'credit')
    assert.containsSubset(invoice, { currency: 'USD', prepaid_credit_amount_cents: 20_00 })
  })
})
