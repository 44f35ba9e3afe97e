import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { taxNumberOf } from '#billing/details/tax_number'
import { vatFor } from '#billing/details/vat'
import { client as transport, lago } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import BillingCustomer from '#billing/models/billing_customer'
import { PriceList } from '#billing/price_list'
import { goneAway, recovered } from '#billing/tests/between'
import { memberOf, owner, subscribe } from '#billing/tests/world'

const acmeDetails = {
  legalName: 'Acme GmbH',
  addressLine1: 'Torstraße 1',
  addressLine2: null,
  city: 'Berlin',
  postalCode: '10119',
  state: null,
  country: 'DE',
  taxNumber: 'de 136 695 976',
}
const french = { ...acmeDetails, legalName: 'Acme SAS', country: 'FR', taxNumber: '40 303 265 045' }

const sellIn = (country: 'DE') => transport.organizations.updateOrganization({ organization: { country } })

const changes = (organizationId: string) =>
  db.from('ledger_events').where({ organization_id: organizationId, action: 'billing.details_changed' })

test.group('VAT', () => {
  test('of a seller in {0} to a buyer in {1} with number {2} is {3}')
    .with([
      ['DE', 'DE', null, 'vat_de', 19],
      ['DE', 'DE', 'DE136695976', 'vat_de', 19],
      ['DE', 'FR', 'FR40303265045', 'vat_reverse_charge', 0],
      ['DE', 'FR', null, 'vat_fr', 20],
      ['DE', 'FI', null, 'vat_fi', 25.5],
      ['DE', 'MC', null, 'vat_fr', 20],
      ['DE', 'US', '91-1144442', 'vat_outside', 0],
      ['DE', 'GB', null, 'vat_outside', 0],
    ] as [string, string, string | null, string, number][])
    .run(({ assert }, [from, country, taxNumber, code, rate]) => {
      assert.containsSubset(vatFor(from, { country, taxNumber }), { code, rate })
    })

  test('is left to Lago where the seller is outside the Union, or nobody knows where').run(({ assert }) => {
    for (const country of ['US', null])
      assert.isNull(vatFor(country, { country: 'DE', taxNumber: 'DE136695976' }))
  })
})

test.group('A tax number', () => {
  test('of {0}, {1}, is written {2}')
    .with([
      ['DE', '136695976', 'DE136695976'],
      ['GR', 'EL094259216', 'EL094259216'],
      ['GR', '094259216', 'EL094259216'],
      ['AT', 'ATU 13585627', 'ATU13585627'],
      ['ES', 'A13585625', 'ESA13585625'],
      ['US', '911144442', '91-1144442'],
      ['GB', 'GB980780684', '980 7806 84'],
      ['TV', 'TIN 12-345', 'TIN 12-345'],
    ] as [string, string, string][])
    .run(async ({ assert }, [country, given, kept]) => {
      assert.equal(await taxNumberOf(country, given), kept)
    })

  test('of {0} cannot be {1}')
    .with([
      ['DE', '136695977'],
      ['DE', 'FR40303265045'],
      // One of the land's own offices, which makes no business of its owner.
      ['DE', '1121081508150'],
      ['FR', '40303265044'],
      ['US', '12'],
      ['TV', '<b>'],
    ] as [string, string][])
    .run(async ({ assert }, [country, given]) => {
      await assert.rejects(() => taxNumberOf(country, given))
    })
})

test.group('Billing details', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
    await sellIn('DE')
  })

  test('are kept at Lago and here, with the tax of their country', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const before = await client.get('/api/billing/details').headers(alice)
    assert.containsSubset(before.body().data, { legalName: null, country: null, currency: 'EUR', vat: null })

    const answer = await client.put('/api/billing/details').headers(alice).json(acmeDetails)
    answer.assertStatus(200)
    const saved = { ...acmeDetails, taxNumber: 'DE136695976' }
    assert.containsSubset(answer.body().data, { ...saved, vat: { code: 'vat_de', rate: 19 } })
    assert.deepEqual((await client.get('/api/billing/details').headers(alice)).body(), answer.body())

    const customer = await lago.customer(acme.id)
    assert.containsSubset(customer, {
      legal_name: 'Acme GmbH',
      zipcode: '10119',
      country: 'DE',
      tax_identification_number: 'DE136695976',
      taxes: [{ code: 'vat_de', rate: 19 }],
    })
    assert.lengthOf(await changes(acme.id), 1)
  })

  test('decide what is on the next invoice: {0}')
    .with([
      [acmeDetails, 117_81, 'vat_de'],
      [french, 99_00, 'vat_reverse_charge'],
      [{ ...french, taxNumber: '' }, 118_80, 'vat_fr'],
    ] as [typeof acmeDetails, number, string][])
    .run(async ({ assert, client }, [details, total, code]) => {
      const { acme, alice } = await owner()
      ;(await client.put('/api/billing/details').headers(alice).json(details)).assertStatus(200)
      const preview = await client.get('/api/billing/preview?planCode=scale_monthly').headers(alice)
      ;(await subscribe(client, alice, 'scale_monthly')).assertStatus(201)
      const [invoice] = await lago.invoices(acme.id)
      assert.equal(invoice!.total_amount_cents, total)
      assert.deepEqual(
        invoice!.applied_taxes?.map((tax) => tax.tax_code),
        [code],
      )
      assert.equal(preview.body().data.dueCents, total)
    })

  test('that Lago learned in another way are read from there', async ({ assert }) => {
    const { acme } = await owner()
    await leased(acme.id, async (lease) => {
      const details = { ...acmeDetails, legalName: 'Acme Holding', taxNumber: null }
      await lago.saveCustomer(acme, 'alice@acme.test', { details })
      await new CustomerMirror(acme.id, lease).refresh()
    })
    assert.equal((await BillingCustomer.findOrFail(acme.id)).legalName, 'Acme Holding')
    await lago.forgetCustomer(acme.id)
    await leased(acme.id, (lease) => new CustomerMirror(acme.id, lease).refresh())
    const { legalName, addressLine1, taxNumber } = await BillingCustomer.findOrFail(acme.id)
    assert.deepEqual([legalName, addressLine1, taxNumber], [null, null, null])
  })

  test('that are wrong in {0} are refused there, and nothing changes')
    .with([
      ['legalName', ' '],
      ['legalName', 'x'.repeat(201)],
      ['addressLine1', null],
      ['city', ''],
      ['country', 'XX'],
      ['country', 'Germany'],
      ['taxNumber', 'DE136695977'],
      ['postalCode', 'x'.repeat(21)],
    ] as [string, unknown][])
    .run(async ({ assert, client }, [field, value]) => {
      const { acme, alice } = await owner()
      ;(await client.put('/api/billing/details').headers(alice).json(acmeDetails)).assertStatus(200)
      const answer = await client
        .put('/api/billing/details')
        .headers(alice)
        .json({ ...acmeDetails, legalName: 'Changed', [field]: value })
      answer.assertStatus(422)
      assert.deepEqual(Object.keys(answer.body().details), [field])
      assert.equal((await BillingCustomer.findOrFail(acme.id)).legalName, 'Acme GmbH')
      assert.equal((await lago.customer(acme.id))?.legal_name, 'Acme GmbH')
    })

  test('are for those who look after billing, each for their own', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    ;(await client.put('/api/billing/details').headers(alice).json(acmeDetails)).assertStatus(200)
    const viewer = await memberOf(acme, 'viewer')
    ;(await client.get('/api/billing/details').headers(viewer)).assertStatus(403)
    ;(await client.put('/api/billing/details').headers(viewer).json(french)).assertStatus(403)
    ;(await client.get('/api/billing/details')).assertStatus(401)

    const { alice: charlie } = await owner()
    ;(await client.put('/api/billing/details').headers(charlie).json(french)).assertStatus(200)
    const own = await client.get('/api/billing/details').headers(alice)
    assert.equal(own.body().data.legalName, 'Acme GmbH')
  })

  test('can be read without Lago, and are not half saved', async ({ assert, cleanup, client }) => {
    const { acme, alice } = await owner()
    ;(await client.put('/api/billing/details').headers(alice).json(acmeDetails)).assertStatus(200)
    cleanup(recovered)
    goneAway()

    const refused = await client.put('/api/billing/details').headers(alice).json(french)
    refused.assertStatus(503)
    refused.assertBodyContains({ code: 'E_BILLING_UNAVAILABLE' })
    const shown = await client.get('/api/billing/details').headers(alice)
    assert.equal(shown.body().data.legalName, 'Acme GmbH')
    assert.lengthOf(await changes(acme.id), 1)
  })
})
