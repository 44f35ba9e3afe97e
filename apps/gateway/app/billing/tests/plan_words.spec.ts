import { test } from '@japa/runner'
import { inMajor, inMinor, inMoney, inPrice } from '#billing/wording'
import { lago } from '#billing/lago'
import Plan from '#billing/models/plan'
import { mirrorPlans, PriceList } from '#billing/price_list'
import { owner, subscribe } from '#billing/tests/world'
import { plans } from '#config/plans'
import { speak } from '#core/language'

const german = { 'accept-language': 'de' }

test.group('The words of a plan', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.each.teardown(() => mirrorPlans())

  test('are in the language of whoever reads them', async ({ assert, client }) => {
    const answer = await client.get('/api/billing/plans').headers(german)
    assert.equal(answer.header('content-language'), 'de')
    assert.include(String(answer.header('vary')).toLowerCase(), 'accept-language')
    const { data } = answer.body()
    assert.lengthOf(data, plans.length)
    const scale = data.find(({ code }: { code: string }) => code === 'scale_monthly')
    assert.equal(scale.description, 'Für ein Produkt, dessen Nutzung mit seinen Kunden wächst.')
    // A number and its sign do not part at the end of a line.
    assert.include(scale.features, 'Danach 0,50\u00a0€ je 1.000 Aufrufe')
    assert.include(scale.features, '5 Mitglieder inklusive, danach 8\u00a0€ für jedes weitere, taggenau')
    assert.deepEqual(
      scale.charges.map(({ name }: { name: string }) => name),
      ['API-Aufrufe', 'Mitglieder'],
    )
  })

  test('are not those of the other language where somebody has it already', async ({ client }) => {
    const english = await client.get('/api/billing/plans')
    const answer = await client
      .get('/api/billing/plans')
      .headers(german)
      .header('if-none-match', english.header('etag')!)
    answer.assertStatus(200)
  })

  test('are Lago’s where somebody has changed them there', async ({ assert, client }) => {
    await Plan.query().where({ code: 'pro_monthly' }).update({ name: 'Pro of autumn', description: 'Less.' })
    for (const headers of [{}, german]) {
      const { data } = (await client.get('/api/billing/plans').headers(headers)).body()
      assert.containsSubset(data, [{ code: 'pro_monthly', name: 'Pro of autumn', description: 'Less.' }])
    }
    const { alice } = await owner()
    await subscribe(client, alice, 'pro_monthly')
    const chosen = await client.get('/api/billing/subscriptions').headers({ ...alice, ...german })
    assert.equal(chosen.body().data[0].planName, 'Pro of autumn')
  })

  test('are told to Lago in English, whoever applies them', async ({ assert }) => {
    await speak('de', () => new PriceList().apply())
    const pro = (await lago.plans()).find(({ code }) => code === 'pro_monthly')!
    assert.equal(pro.description, 'For a product with paying customers.')
  })
})

test.group('A price', () => {
  test('has the digits of its currency', ({ assert }) => {
    assert.equal(inPrice(0.5, 'EUR'), '€0.50')
    assert.equal(inPrice(8, 'USD'), 'US$8')
    assert.equal(inPrice(80, 'JPY'), 'JP¥80')
    assert.equal(inPrice(0.00055, 'USD'), 'US$0.00055')
    assert.equal(inMoney({ totalCents: 3_000, currency: 'JPY' }), 'JP¥3,000')
    assert.equal(inMinor('3000', 'JPY'), 3_000)
    assert.equal(inMajor(3_000, 'JPY'), '3000')
  })
})
