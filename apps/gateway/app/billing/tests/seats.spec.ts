import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import reconcile from '#billing/jobs/reconcile'
import { lago } from '#billing/lago'
import { PriceList } from '#billing/price_list'
import { cards, control, memberOf, owner, pay, read } from '#billing/tests/world'
import reportSeatsOf from '#billing/usage/report_seats'
import { reportSeats } from '#billing/usage/seats'
import { UsageDelivery } from '#billing/usage/usage_delivery'
import LedgerEvent from '#ledger/models/ledger_event'
import Membership from '#organizations/models/membership'

const advance = (days: number) => control('POST', '/clock/advance', { days })
const report = (id: string) => db.transaction((trx) => reportSeats(id, trx))

/** A customer with so many members, long ago, so that nobody else is billed when time passes. */
async function team(members: number) {
  const { acme, alice } = await owner()
  for (let count = 1; count < members; count += 1) await memberOf(acme, 'member')
  await control('PUT', '/clock', { now: '2021-06-01T00:00:00Z' })
  await lago.saveCustomer(acme, 'alice@acme.test')
  await lago.subscribe(acme.id, 'scale_monthly')
  const [first] = await lago.invoices(acme.id)
  await pay((await lago.paymentUrl(first!.lago_id))!, cards.good)
  await read(acme.id)
  return { acme, alice }
}

/** What is written down of an organization's seats is taken to Lago, as often as it likes. */
async function deliver(id: string) {
  await report(id)
  // One of two at once may be told to come again.
  await Promise.allSettled([new UsageDelivery().send(), new UsageDelivery().send()])
  await new UsageDelivery().send()
}

/** What Lago counts of them: each from the second on in which it was told. */
const seatsOf = async (id: string) => {
  const { charges_usage: charges } = await lago.currentUsage(id)
  return Number(charges.find(({ billable_metric: { code } }) => code === 'seats')!.units)
}

test.group('Seats', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.teardown(async () => {
    await control('PUT', '/clock', { now: new Date().toISOString() })
  })

  test('are charged for by the day, beyond those of the plan', async ({ assert, client }) => {
    const { acme, alice } = await team(7)
    await deliver(acme.id)
    assert.closeTo(await seatsOf(acme.id), 7, 0.001)

    // From the sixteenth of thirty days on there are eight, and from the 26th on six.
    await advance(15)
    await lago.organization()
    await memberOf(acme, 'member')
    await deliver(acme.id)
    await advance(10)
    await lago.organization()
    const [one, other] = await Membership.query().where({ organizationId: acme.id, role: 'member' })
    await one!.delete()
    await other!.delete()
    await deliver(acme.id)
    const shown = (await client.get('/api/billing/usage').headers(alice)).body().data.seats
    assert.containsSubset(shown, { now: 6, included: 5 })
    assert.closeTo(shown.average, 7 + 15 / 30 - (2 * 5) / 30, 0.02)
    assert.deepEqual(
      [0, 14, 15, 24, 25].map((day) => shown.days[day].count),
      [7, 7, 8, 8, 8],
    )

    await advance(6)
    const [second] = await lago.invoices(acme.id)
    // 7.1667 on average, 5 of them included: 2.1667 × 8.
    assert.closeTo(second!.fees_amount_cents - 99_00, 17_33, 2)
    await lago.endSubscription(acme.id)
  }).timeout(60_000)

  test('are told of once, however often and in whatever order it is noticed', async ({ assert }) => {
    const { acme } = await team(3)
    await Promise.all([report(acme.id), report(acme.id), report(acme.id)])
    const joined = new LedgerEvent().merge({ action: 'member.joined', organizationId: acme.id })
    for (let times = 0; times < 3; times += 1) await db.transaction((trx) => reportSeatsOf(joined, trx))
    await deliver(acme.id)
    assert.closeTo(await seatsOf(acme.id), 3, 0.001)
    assert.lengthOf(await db.from('usage_events').where({ organization_id: acme.id }), 1)

    await memberOf(acme, 'viewer')
    await Membership.query().where({ organizationId: acme.id, role: 'viewer' }).delete()
    await report(acme.id)
    assert.lengthOf(await db.from('usage_events').where({ organization_id: acme.id }), 1)
    await lago.endSubscription(acme.id)
  })

  test('are made up for when nobody noticed', async ({ assert }) => {
    const { acme } = await team(2)
    await reconcile()
    await deliver(acme.id)
    assert.closeTo(await seatsOf(acme.id), 2, 0.001)
    await lago.endSubscription(acme.id)
  })

  test('of an organization without a plan are nobody’s business', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await memberOf(acme, 'member')
    await report(acme.id)
    assert.isEmpty(await db.from('usage_events').where({ organization_id: acme.id }))
    const { data } = (await client.get('/api/billing/usage').headers(alice)).body()
    assert.deepEqual(data.seats, { now: 2, included: null, average: 2, days: [] })
    assert.isTrue(DateTime.fromISO(data.resetsAt).isValid)
  })
})
