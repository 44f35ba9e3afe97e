import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { events } from '#admin/tests/world'
import processWebhook from '#billing/jobs/process_webhook'
import { lago } from '#billing/lago'
import LagoWebhook from '#billing/models/lago_webhook'
import { PriceList } from '#billing/price_list'
import { cards, control, organization, pay, read } from '#billing/tests/world'
import BillingReplay from '#commands/billing_replay'
import { queue } from '#core/queue/queues'
import { alice, bearer, dana, eve } from '#tests/world'

const advance = (days: number) => control('POST', '/clock/advance', { days })

async function customer(name: string, planCode: string) {
  const { id } = await organization(name)
  await lago.saveCustomer({ id, name }, 'payer@acme.test')
  await lago.subscribe(id, planCode)
  await read(id)
  return id
}

async function payFirst(id: string) {
  const [first] = await lago.invoices(id)
  await pay((await lago.paymentUrl(first!.lago_id))!, cards.good)
  await read(id)
}

const figures = async (client: ApiClient) => {
  const answer = await client.get('/api/admin/billing').loginAs(await dana())
  answer.assertStatus(200)
  return answer.body().data
}
const sum = (rows: object[], key: string) =>
  rows.reduce((total, row) => total + Number((row as Record<string, unknown>)[key]), 0)

test.group('The money of the platform', (group) => {
  const customers: string[] = []
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.each.setup(async () => {
    const rollback = await testUtils.db().wrapInGlobalTransaction()
    // What other specs have sold is not part of these sums.
    for (const table of ['payment_troubles', 'invoices', 'subscriptions']) await db.from(table).delete()
    // Long ago, so that nobody else is billed when time passes.
    await control('PUT', '/clock', { now: '2020-02-03T10:00:00Z' })
    return async () => {
      for (const id of customers.splice(0)) await lago.endSubscription(id)
      await control('PUT', '/provider', { next: 'succeed' })
      await control('PUT', '/clock', { now: new Date().toISOString() })
      await lago.organization()
      await rollback()
    }
  })

  test('of one currency is never added to that of another', async ({ assert, client }) => {
    const sold = ['scale_monthly', 'scale_monthly_usd', 'pro_monthly_usd', 'pro_yearly']
    for (const planCode of sold) customers.push(await customer(planCode, planCode))
    await advance(40)
    for (const id of customers) await read(id)
    const { recurring, months, plans } = await figures(client)
    const invoices = (await Promise.all(customers.map((id) => lago.invoices(id)))).flat()

    assert.deepEqual(
      recurring.map((one: { currency: string; monthlyCents: number; subscriptions: number }) => [
        one.currency,
        one.monthlyCents,
        one.subscriptions,
      ]),
      [
        ['EUR', Math.round(290_00 / 12), 1],
        ['USD', 32_00, 1],
      ],
    )
    for (const currency of ['EUR', 'USD']) {
      const billed = invoices.filter((invoice) => invoice.currency === currency)
      const total = billed.reduce((cents, invoice) => cents + invoice.total_amount_cents, 0)
      assert.isAbove(total, 0)
      for (const rows of [months, plans]) {
        const own = rows.filter((row: { currency: string }) => row.currency === currency)
        assert.equal(sum(own, 'invoicedCents'), total, currency)
      }
    }
  })

  test('is the sum of the invoices, by month and by plan', async ({ assert, client }) => {
    const large = await customer('Large', 'scale_monthly')
    const small = await customer('Small', 'pro_monthly')
    const yearly = await customer('Yearly', 'pro_yearly')
    customers.push(large, small, yearly)
    await payFirst(large)
    const begun = await figures(client)
    assert.deepEqual(
      begun.trials.map((trial: { organizationName: string }) => trial.organizationName),
      ['Small', 'Yearly'],
    )
    assert.containsSubset(begun.recurring, [{ monthlyCents: 99_00, yearlyCents: 1188_00, subscriptions: 1 }])

    await advance(40)
    for (const id of customers) await read(id)
    const { recurring, months, plans, trials } = await figures(client)
    const invoices = (await Promise.all(customers.map((id) => lago.invoices(id)))).flat()
    const total = invoices.reduce((cents, invoice) => cents + invoice.total_amount_cents, 0)
    const paid = invoices.filter(({ payment_status: status }) => status === 'succeeded')

    assert.isAbove(total, 0)
    assert.equal(sum(months, 'invoicedCents'), total)
    assert.equal(sum(plans, 'invoicedCents'), total)
    assert.equal(
      sum(months, 'paidCents'),
      paid.reduce((cents, invoice) => cents + invoice.total_amount_cents, 0),
    )
    for (const { month, invoicedCents } of months as { month: string; invoicedCents: number }[]) {
      const own = invoices.filter(({ issuing_date: day }) => day.startsWith(month))
      assert.equal(
        invoicedCents,
        own.reduce((cents, invoice) => cents + invoice.total_amount_cents, 0),
      )
    }
    const ofLarge = (await lago.invoices(large)).reduce((cents, one) => cents + one.total_amount_cents, 0)
    assert.containsSubset(plans, [
      { planCode: 'scale_monthly', planName: 'Scale', organizations: 1, invoicedCents: ofLarge },
    ])
    assert.deepEqual(trials, [])
    assert.equal(recurring[0].monthlyCents, 99_00 + 29_00 + Math.round(290_00 / 12))
    assert.equal(recurring[0].subscriptions, 3)
  }).timeout(60_000)

  test('tells who owes, and who was lost', async ({ assert, client }) => {
    const id = await customer('Debtor', 'scale_monthly')
    customers.push(id)
    await payFirst(id)
    assert.deepEqual((await figures(client)).troubles, [])
    await control('PUT', '/provider', { next: 'fail' })
    await advance(32)
    await read(id)
    const owing = await figures(client)
    assert.containsSubset(owing.troubles, [
      { organizationId: id, organizationName: 'Debtor', owedCents: 99_00, invoices: 1, suspendedAt: null },
    ])
    assert.deepEqual(owing.churn, { before: 1, lost: 0 })

    await lago.endSubscription(id)
    await read(id)
    const ended = await figures(client)
    assert.deepEqual([ended.churn, ended.recurring], [{ before: 1, lost: 1 }, []])
  }).timeout(60_000)

  test('of one organization is shown from our copy', async ({ assert, client }) => {
    const id = await customer('Waiting', 'scale_monthly')
    customers.push(id)
    const answer = await client.get(`/api/admin/organizations/${id}/billing`).loginAs(await dana())
    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, {
      subscription: { planCode: 'scale_monthly', status: 'incomplete' },
      openInvoices: [{ totalCents: 99_00, paymentStatus: 'pending' }],
      trouble: null,
    })
    const unknown = await client.get(`/api/admin/organizations/${uuidv7()}/billing`).loginAs(await dana())
    unknown.assertStatus(404)
  })
})

const message = (change: object = {}) =>
  LagoWebhook.create({
    uniqueKey: uuidv7(),
    type: 'plan.updated',
    payload: { webhook_type: 'plan.updated', object_type: 'plan' },
    receivedAt: DateTime.utc(),
    ...change,
  })

test.group('The inbox of Lago', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => queue('lago-webhooks').drain())

  const list = async (client: ApiClient, query: object) => {
    const answer = await client
      .get('/api/admin/billing/webhooks')
      .qs(query)
      .loginAs(await dana())
    answer.assertStatus(200)
    return (answer.body().data as { id: string; state: string }[]).map(({ id, state }) => [id, state])
  }

  test('is searched, filtered and paged', async ({ assert, client }) => {
    const done = await message({ type: 'test.done', processedAt: DateTime.utc() })
    const failed = await message({ type: 'test.failed', error: 'Lago was away, 100 % of it' })
    const waiting = await message({ type: 'test.waiting', receivedAt: DateTime.utc().plus({ minutes: 1 }) })

    assert.deepEqual(await list(client, { search: 'test.', state: 'done' }), [[done.uniqueKey, 'done']])
    assert.deepEqual(await list(client, { search: '100 %' }), [[failed.uniqueKey, 'failed']])
    const pages = await Promise.all(
      [1, 2, 3].map((page) => list(client, { search: 'test.', page, perPage: 1 })),
    )
    assert.lengthOf(new Set(pages.flat().map(([id]) => id)), 3)
    assert.deepEqual(pages[0], [[waiting.uniqueKey, 'waiting']])
    assert.deepEqual(
      await list(client, { search: 'test.', sort: 'receivedAt', page: 3, perPage: 1 }),
      pages[0],
    )
  })

  for (const query of [{ state: 'gone' }, { sort: 'payload' }, { perPage: 1_000 }, { organization: 'x' }]) {
    test(`refuses ${JSON.stringify(query)}`, async ({ client }) => {
      const answer = await client
        .get('/api/admin/billing/webhooks')
        .qs(query)
        .loginAs(await dana())
      answer.assertStatus(422)
    })
  }

  test('has one processed again, and the ledger says who wanted it', async ({ assert, client }) => {
    const { uniqueKey } = await message({ error: 'Lago was away', attempts: 1 })
    const answer = await client
      .post(`/api/admin/billing/webhooks/${uniqueKey}/replay`)
      .loginAs(await dana())
      .withCsrfToken()
    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, { state: 'waiting', error: null })
    assert.containsSubset(await events(uniqueKey), [
      { action: 'webhook.replayed', actor_id: (await dana()).id, metadata: { type: 'plan.updated' } },
    ])

    await processWebhook({ uniqueKey })
    assert.containsSubset(await LagoWebhook.findOrFail(uniqueKey), { state: 'done', attempts: 2 })
  })

  test('knows no message that never came', async ({ assert, client }) => {
    const key = uuidv7()
    const answer = await client
      .post(`/api/admin/billing/webhooks/${key}/replay`)
      .loginAs(await dana())
      .withCsrfToken()
    answer.assertStatus(404)
    assert.isEmpty(await events(key))
  })

  test('is for administrators alone, like the money', async ({ assert, client }) => {
    const { uniqueKey } = await message({ error: 'Lago was away' })
    const reads = ['/api/admin/billing', '/api/admin/billing/webhooks']
    for (const path of reads) {
      ;(await client.get(path)).assertStatus(401)
      ;(await client.get(path).loginAs(await alice())).assertStatus(403)
      ;(await client.get(path).loginAs(await eve())).assertStatus(403)
    }
    const replay = `/api/admin/billing/webhooks/${uniqueKey}/replay`
    ;(await client.post(replay).headers(await bearer(client, 'alice@acme.test'))).assertStatus(403)
    assert.equal((await LagoWebhook.findOrFail(uniqueKey)).error, 'Lago was away')
  })
})

test.group('ace billing:replay', (group) => {
  group.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => queue('lago-webhooks').drain())

  const replay = async (...args: string[]) => {
    const command = await ace.create(BillingReplay, args)
    await command.exec()
    return command
  }

  test('replays what has failed, and nothing else', async ({ assert }) => {
    const failed = await message({ error: 'Lago was away' })
    const done = await message({ processedAt: DateTime.utc() })
    ;(await replay('--failed')).assertSucceeded()
    assert.equal((await LagoWebhook.findOrFail(failed.uniqueKey)).state, 'waiting')
    assert.equal((await LagoWebhook.findOrFail(done.uniqueKey)).state, 'done')

    ;(await replay(done.uniqueKey)).assertSucceeded()
    assert.equal((await LagoWebhook.findOrFail(done.uniqueKey)).state, 'waiting')
  })

  test('says what it does not understand', async () => {
    ;(await replay()).assertFailed()
    ;(await replay('nothing')).assertFailed()
  })
})
