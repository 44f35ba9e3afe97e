import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { client as transport, lago } from '#billing/lago'
import AppliedCoupon from '#billing/models/applied_coupon'
import { PriceList } from '#billing/price_list'
import { goneAway, recovered } from '#billing/tests/between'
import { memberOf, owner, subscribe } from '#billing/tests/world'

type Headers = Record<string, string>

async function coupon(change: object = {}) {
  const code = `TEST-${uuidv7()}`
  const made = {
    code,
    name: 'Ten percent',
    coupon_type: 'percentage',
    percentage_rate: '10',
    frequency: 'recurring',
    frequency_duration: 3,
    expiration: 'no_expiration',
    ...change,
  }
  // The client's type wants an amount of each of them.
  await transport.coupons.createCoupon({ coupon: made as never })
  return code
}

const apply = (client: ApiClient, headers: Headers, code: unknown) =>
  client
    .post('/api/billing/coupons')
    .headers(headers)
    .json({ code: code as string })
const list = async (client: ApiClient, headers: Headers) =>
  (await client.get('/api/billing/coupons').headers(headers)).body().data

const said = async (organizationId: string) => {
  const events = await db
    .from('ledger_events')
    .where({ organization_id: organizationId, subject_type: 'coupon' })
    .orderBy('id')
  return events.map(({ action }) => action as string)
}

test.group('A coupon', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('is taken on once, and off the next invoice', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const code = await coupon()
    const answer = await apply(client, alice, ` ${code} `)
    answer.assertStatus(201)
    const shown = { code, name: 'Ten percent', percentageRate: 10, frequency: 'recurring', invoicesLeft: 3 }
    assert.containsSubset(answer.body().data, [shown])
    ;(await apply(client, alice, code)).assertStatus(201)
    assert.lengthOf(await lago.appliedCoupons(acme.id), 1)
    assert.deepEqual(await said(acme.id), ['coupon.applied'])

    const preview = await client.get('/api/billing/preview?planCode=scale_monthly').headers(alice)
    assert.containsSubset(preview.body().data, { couponCents: 9_90, dueCents: 89_10 })
    await subscribe(client, alice, 'scale_monthly')
    const [invoice] = await lago.invoices(acme.id)
    assert.equal(invoice!.total_amount_cents, 89_10)
    assert.containsSubset(await list(client, alice), [{ code, invoicesLeft: 2 }])
  })

  test('of a fixed amount says what is left, and goes when it is used up', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const amount = { coupon_type: 'fixed_amount', percentage_rate: undefined, amount_currency: 'EUR' }
    const large = await coupon({ ...amount, amount_cents: 100_00, frequency: 'once' })
    const small = await coupon({ ...amount, amount_cents: 5_00, frequency: 'once' })
    await apply(client, alice, small)
    await apply(client, alice, large)
    await subscribe(client, alice, 'scale_monthly')
    assert.containsSubset(await list(client, alice), [{ code: large, remainingCents: 6_00 }])
    assert.deepEqual(await said(acme.id), ['coupon.applied', 'coupon.applied', 'coupon.ended'])
  })

  test('is given back', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const [{ id }] = (await apply(client, alice, await coupon())).body().data
    ;(await client.delete(`/api/billing/coupons/${id}`).headers(alice)).assertStatus(204)
    assert.deepEqual(await list(client, alice), [])
    assert.isEmpty(await lago.appliedCoupons(acme.id))
    ;(await client.delete(`/api/billing/coupons/${id}`).headers(alice)).assertStatus(404)
  })

  test('that Lago does not take is refused where it was typed', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const spent = await coupon({ reusable: false })
    const [{ id }] = (await apply(client, alice, spent)).body().data
    await client.delete(`/api/billing/coupons/${id}`).headers(alice)

    for (const code of ['NOTHING', spent, '', 'x'.repeat(101), null]) {
      const answer = await apply(client, alice, code)
      answer.assertStatus(422)
      assert.deepEqual(Object.keys(answer.body().details), ['code'])
    }
    assert.isEmpty(await AppliedCoupon.of(acme.id))
  })

  test('is for those who look after billing, each for their own', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const code = await coupon()
    const [{ id }] = (await apply(client, alice, code)).body().data
    const viewer = await memberOf(acme, 'viewer')
    ;(await client.get('/api/billing/coupons')).assertStatus(401)
    ;(await client.get('/api/billing/coupons').headers(viewer)).assertStatus(403)
    ;(await apply(client, viewer, code)).assertStatus(403)
    ;(await client.delete(`/api/billing/coupons/${id}`).headers(viewer)).assertStatus(403)

    const { alice: charlie } = await owner()
    assert.deepEqual(await list(client, charlie), [])
    ;(await client.delete(`/api/billing/coupons/${id}`).headers(charlie)).assertStatus(404)
    assert.lengthOf(await lago.appliedCoupons(acme.id), 1)
  })

  test('is shown without Lago, and not half taken on', async ({ assert, cleanup, client }) => {
    const { alice } = await owner()
    const code = await coupon()
    const other = await coupon()
    await apply(client, alice, code)
    cleanup(recovered)
    goneAway()

    ;(await apply(client, alice, other)).assertStatus(503)
    assert.containsSubset(await list(client, alice), [{ code }])
    assert.lengthOf(await list(client, alice), 1)
  })
})
