import { test } from '@japa/runner'
import { PriceList } from '#billing/price_list'
import { goneAway, recovered } from '#billing/tests/between'
import { memberOf, owner, subscribe } from '#billing/tests/world'

test.group('The portal', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('shows the invoices of the own organization', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await acme.merge({ name: `Portal ${acme.id}` }).save()
    await subscribe(client, alice, 'scale_monthly')
    const admin = await memberOf(acme, 'admin')
    const response = await client.post('/api/billing/portal').headers(admin)
    response.assertStatus(200)
    const page = await fetch(response.body().data.portalUrl)
    assert.equal(page.status, 200)
    assert.include(await page.text(), acme.name)

    const { acme: other, alice: charlie } = await owner()
    await subscribe(client, charlie, 'free')
    const own = await client.post('/api/billing/portal').headers(charlie)
    assert.notInclude(await (await fetch(own.body().data.portalUrl)).text(), acme.name)
    const foreign = client.post('/api/billing/portal').headers(charlie)
    ;(await foreign.header('x-organization-id', acme.id)).assertStatus(404)
    assert.notEqual(other.id, acme.id)
  })

  test('is for those who look after billing', async ({ client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'free')
    for (const role of ['member', 'viewer']) {
      ;(await client.post('/api/billing/portal').headers(await memberOf(acme, role))).assertStatus(403)
    }
  })

  test('begins with the first plan', async ({ client }) => {
    const { alice } = await owner()
    const response = await client.post('/api/billing/portal').headers(alice)
    response.assertStatus(409)
    response.assertBodyContains({ code: 'E_NO_PORTAL' })
  })

  test('is not there while Lago is not', async ({ client, cleanup }) => {
    cleanup(() => recovered())
    const { alice } = await owner()
    await subscribe(client, alice, 'free')
    goneAway()
    const response = await client.post('/api/billing/portal').headers(alice)
    response.assertStatus(503)
    response.assertBodyContains({ code: 'E_BILLING_UNAVAILABLE' })
  })
})
