import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { DunningRound } from '#billing/dunning/dunning_round'
import { lago } from '#billing/lago'
import { FailureMail } from '#billing/mails/failure_mail'
import { ReminderMail } from '#billing/mails/reminder_mail'
import sendDunningMail from '#billing/mails/send_dunning_mail'
import Invoice from '#billing/models/invoice'
import PaymentTrouble from '#billing/models/payment_trouble'
import { PriceList } from '#billing/price_list'
import { cards, control, memberOf, owner, pay, read } from '#billing/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

const failNext = () => control('PUT', '/provider', { next: 'fail' })
const advance = (time: object) => control('POST', '/clock/advance', time)

/** A customer whose second month could not be charged. Long ago, so that nobody else is billed when time passes. */
async function debtor() {
  const { acme, alice } = await owner()
  await control('PUT', '/clock', { now: '2022-03-05T10:00:00Z' })
  await lago.saveCustomer(acme, 'alice@acme.test')
  await lago.subscribe(acme.id, 'scale_monthly')
  const [first] = await lago.invoices(acme.id)
  await pay((await lago.paymentUrl(first!.lago_id))!, cards.good)
  await failNext()
  await advance({ days: 32 })
  await read(acme.id)
  return { acme, alice }
}

const said = async (organizationId: string) => {
  const events = await LedgerEvent.query()
    .where({ organizationId })
    .whereIn('action', ['payment.reminded', 'organization.suspended', 'organization.restored'])
    .orderBy('id')
  return events.map(({ action }) => action)
}

/** A day passes, on which each new attempt fails, and the job has run as often as it likes. */
async function days(organizationId: string, count: number) {
  await advance({ days: count })
  for (let run = 0; run < 3; run += 1) {
    await failNext()
    await new DunningRound(organizationId).run()
    await advance({ hours: 0.5 })
  }
}

test.group('An unpaid plan', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.each.teardown(async () => {
    await control('PUT', '/provider', { next: 'succeed' })
  })
  group.teardown(async () => {
    await control('PUT', '/clock', { now: new Date().toISOString() })
  })

  test('is charged again and reminded of on the days said, suspended after the grace, and restored by paying', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await debtor()
    const change = () => client.post('/api/single-sign-on/check').headers(alice)
    assert.isNotNull(await PaymentTrouble.openOf(acme.id))
    await days(acme.id, 0)
    assert.deepEqual(await said(acme.id), [])

    for (const [wait, reminders] of [
      [1, 1],
      [1, 1],
      [1, 2],
      [4, 3],
      [3, 3],
    ] as const) {
      await days(acme.id, wait)
      assert.deepEqual(await said(acme.id), Array(reminders).fill('payment.reminded'))
    }
    assert.notEqual((await change()).body().code, 'E_SUSPENDED')

    await days(acme.id, 5)
    assert.equal((await said(acme.id)).at(-1), 'organization.suspended')
    const refused = await change()
    refused.assertStatus(403)
    assert.equal(refused.body().code, 'E_SUSPENDED')
    ;(await client.get('/api/single-sign-on').headers(alice)).assertStatus(200)
    const shown = await client.get('/api/billing/entitlements').headers(alice)
    assert.isNotNull(shown.body().data.suspendedAt)

    const invoice = await Invoice.open(acme.id).firstOrFail()
    await control('PUT', '/provider', { next: 'succeed' })
    const answer = await client.post(`/api/billing/invoices/${invoice.id}/payment`).headers(alice)
    await pay(answer.body().data.paymentUrl, cards.good)
    await read(acme.id)
    assert.equal((await said(acme.id)).at(-1), 'organization.restored')
    assert.isNull(await PaymentTrouble.openOf(acme.id))
    assert.notEqual((await change()).body().code, 'E_SUSPENDED')
    await lago.endSubscription(acme.id)
  }).timeout(60_000)

  test('is told of on the day on which the payment failed, once', async ({ assert, cleanup }) => {
    const { acme } = await debtor()
    await read(acme.id)
    const failures = await LedgerEvent.query().where({ organizationId: acme.id, action: 'payment.failed' })
    assert.lengthOf(failures, 1)
    const invoice = await Invoice.open(acme.id).firstOrFail()
    assert.containsSubset(failures[0]!.metadata, { number: invoice.number, totalCents: 99_00 })

    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await db.transaction((trx) => sendDunningMail(failures[0]!, trx))
    mails.assertSentCount(FailureMail, 1)
    await lago.endSubscription(acme.id)
  }).timeout(60_000)

  test('that a new attempt pays brings no mail', async ({ assert }) => {
    const { acme } = await debtor()
    await control('PUT', '/provider', { next: 'succeed' })
    await advance({ hours: 25 })
    await new DunningRound(acme.id).run()
    await advance({ hours: 1 })
    await new DunningRound(acme.id).run()
    assert.deepEqual(await said(acme.id), [])
    assert.isNull(await PaymentTrouble.openOf(acme.id))
    await lago.endSubscription(acme.id)
  }).timeout(60_000)

  test('is told to those who look after billing', async ({ cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const { acme } = await owner()
    await memberOf(acme, 'viewer')
    const event = new LedgerEvent().merge({
      id: acme.id,
      action: 'payment.reminded',
      organizationId: acme.id,
      metadata: { ...ReminderMail.sample },
    })
    await db.transaction((trx) => sendDunningMail(event, trx))
    mails.assertSentCount(ReminderMail, 1)
  })
})
