import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { grant } from '#billing/grant'
import { lago } from '#billing/lago'
import deliverUsage from '#billing/jobs/deliver_usage'
import { QuotaMail } from '#billing/mails/quota_mail'
import sendQuotaMail from '#billing/mails/send_quota_mail'
import Subscription from '#billing/models/subscription'
import { listenToLago, memberOf, organization, owner, subscribe } from '#billing/tests/world'
import { buffer } from '#billing/usage/meter'
import { periodOf } from '#billing/usage/period'
import { UsageDelivery } from '#billing/usage/usage_delivery'
import mail from '@adonisjs/mail/services/main'
import LedgerEvent from '#ledger/models/ledger_event'
import { hold } from '#tests/locks'

type Headers = Record<string, string>
const call = (client: ApiClient, headers: Headers) => client.get('/api/single-sign-on').headers(headers)
const calls = async (client: ApiClient, headers: Headers, count: number) => {
  for (let made = 0; made < count; made += 1) (await call(client, headers)).assertStatus(200)
}
const usage = async (client: ApiClient, headers: Headers) =>
  (await client.get('/api/billing/usage').headers(headers)).body().data
const chargeOf = async (id: string, metric: string) =>
  (await lago.currentUsage(id)).charges_usage.find(({ billable_metric: { code } }) => code === metric)!
const billed = async (id: string) => (await chargeOf(id, 'api_calls')).events_count

test.group('Usage', (group) => {
  group.setup(() => listenToLago())
  group.each.setup(async () => {
    await redis.del(buffer)
  })

  test('counts the calls of programs, by organization and person, and no others', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    const ada = await memberOf(acme, 'admin')
    await calls(client, alice, 3)
    await calls(client, ada, 2)
    await client.get('/api/billing/invoices').headers(alice)
    await deliverUsage()

    const shown = await usage(client, alice)
    assert.containsSubset(shown, { seats: { now: 2 }, calls: { used: 5, limit: 1_000 } })
    assert.deepEqual(
      shown.calls.people.map(({ count }: { count: number }) => count),
      [3, 2],
    )
    assert.lengthOf(shown.calls.days, 1)
    assert.isAtLeast(shown.calls.forecast, 5)

    const { alice: charlie } = await owner()
    assert.equal((await usage(client, charlie)).calls.used, 0)
  })

  test('refuses the call after the last of the plan, says when it begins anew, and does not count it', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    await grant(acme.slug, 'api_calls', '3')
    await calls(client, alice, 3)
    const refused = await call(client, alice)

    refused.assertStatus(429)
    assert.equal(refused.body().code, 'E_QUOTA_EXCEEDED')
    const first = DateTime.utc().plus({ months: 1 }).startOf('month')
    assert.equal(refused.body().details.resetsAt, first.toISO())
    assert.isAbove(Number(refused.header('retry-after')), 0)
    ;(await client.get('/api/billing/subscriptions').headers(alice)).assertStatus(200)

    await deliverUsage()
    assert.equal((await usage(client, alice)).calls.used, 3)
    await grant(acme.slug, 'api_calls', '4')
    await calls(client, alice, 1)
    ;(await call(client, alice)).assertStatus(429)
  })

  test('goes on from what was written down when Redis has lost its count', async ({ client }) => {
    const { acme, alice } = await owner()
    await grant(acme.slug, 'api_calls', '3')
    await calls(client, alice, 2)
    await deliverUsage()
    await redis.del(...(await redis.keys(`usage:calls:${acme.id}:*`)))
    await calls(client, alice, 1)
    ;(await call(client, alice)).assertStatus(429)
  })

  test('lets no more of many at once pass than the plan has left, also when Redis has just lost its count', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    await grant(acme.slug, 'api_calls', '9')
    await calls(client, alice, 4)
    await deliverUsage()
    await redis.del(...(await redis.keys(`usage:calls:${acme.id}:*`)))
    const written = await hold('usage_days', 'everybody')
    const answered: number[] = []
    const one = () => call(client, alice).then((answer) => answered.push(answer.status()))
    const first = one()
    await written.reached()
    const others = Array.from({ length: 15 }, one)
    // Who does not look up what was written down would be through by now.
    await Promise.race([written.reached(3), ...others])
    await written.release()
    await Promise.all([first, ...others])

    assert.lengthOf(
      answered.filter((status) => status === 200),
      5,
    )
    await deliverUsage()
    assert.equal((await usage(client, alice)).calls.used, 9)
    const [key = ''] = await redis.keys(`usage:calls:${acme.id}:*`)
    assert.isAbove(await redis.ttl(key), 0)
  })

  test('reaches Lago once, wherever the worker dies', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await subscribe(client, alice, 'scale_monthly')
    await Subscription.query().where({ organizationId: acme.id }).update({ status: 'active' })
    await calls(client, alice, 7)
    const delivery = new UsageDelivery()

    const raw = await delivery.peek()
    await delivery.keep(raw.map((text) => JSON.parse(text)))
    assert.lengthOf(await delivery.peek(), 7, 'written down, and not yet forgotten')

    await delivery.store()
    const waiting = await db.from('usage_events').where({ organization_id: acme.id }).whereNull('sent_at')
    assert.lengthOf(waiting, 7)
    await delivery.transmit(waiting.slice(0, 3))

    await deliverUsage()
    await deliverUsage()
    assert.equal(await billed(acme.id), 7)
    assert.equal((await usage(client, alice)).calls.used, 7)
    const open = await db.from('usage_events').where({ organization_id: acme.id }).whereNull('sent_at')
    assert.lengthOf(open, 0)
    const refused = await db.from('usage_events').where({ organization_id: acme.id }).whereNotNull('refusal')
    assert.lengthOf(refused, 0)
  })

  test('warns at 80 and at 100 percent, each once a period', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await grant(acme.slug, 'api_calls', '5')
    const said = async () => {
      await deliverUsage()
      const events = await LedgerEvent.query()
        .where({ organizationId: acme.id, action: 'usage.near_limit' })
        .orderBy('id')
      return events.map(({ metadata }) => (metadata as { percent: number }).percent)
    }
    await calls(client, alice, 3)
    assert.deepEqual(await said(), [])
    await calls(client, alice, 1)
    assert.deepEqual(await said(), [80])
    await calls(client, alice, 1)
    assert.deepEqual(await said(), [80, 100])
    assert.deepEqual(await said(), [80, 100])
  })

  test('mails those who look after billing', async ({ client, cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const { acme, alice } = await owner()
    await memberOf(acme, 'member')
    await grant(acme.slug, 'api_calls', '5')
    await calls(client, alice, 4)
    await deliverUsage()
    const event = await LedgerEvent.findByOrFail({ organizationId: acme.id, action: 'usage.near_limit' })
    await db.transaction((trx) => sendQuotaMail(event, trx))
    mails.assertSentCount(QuotaMail, 1)
    mails.assertSent(QuotaMail, ({ message }) => {
      message.assertSubject('Acme has used 80 % of its API calls')
      return true
    })
  })

  test('is shown to members alone', async ({ client }) => {
    const acme = await organization()
    const { alice: charlie } = await owner()
    const viewer = await memberOf(acme, 'viewer')
    ;(await client.get('/api/billing/usage').headers(viewer)).assertStatus(200)
    ;(await client.get('/api/billing/usage')).assertStatus(401)
    const other = client.get('/api/billing/usage').headers(charlie)
    ;(await other.header('x-organization-id', acme.id)).assertStatus(404)
  })
})

test.group('The period of usage', () => {
  const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
  const on = (now: string, start: string, end: string) => {
    const subscription = new Subscription().merge({
      currentPeriodStart: day(start),
      currentPeriodEnd: day(end),
    })
    const { from, resetsAt } = periodOf(day(now), subscription)
    return [from.toISODate(), resetsAt.toISODate()]
  }

  test('is that of the bill, a month of a longer one, or that of the calendar', ({ assert }) => {
    const [start, end] = ['2027-02-28', '2027-03-30T23:59:59Z']
    assert.deepEqual(on('2027-03-30T12:00:00Z', start, end), ['2027-02-28', '2027-03-31'])
    assert.deepEqual(on('2027-05-20', '2027-01-15', '2028-01-14T23:59:59Z'), ['2027-05-15', '2027-06-15'])
    const { from, resetsAt } = periodOf(day('2027-02-11'), null)
    assert.deepEqual([from.toISODate(), resetsAt.toISODate()], ['2027-02-01', '2027-03-01'])
  })
})
