import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import remindOfTrials from '#billing/jobs/remind_of_trials'
import { lago } from '#billing/lago'
import sendTrialMail from '#billing/mails/send_trial_mail'
import { TrialMail } from '#billing/mails/trial_mail'
import Subscription from '#billing/models/subscription'
import { PriceList } from '#billing/price_list'
import { control, memberOf, owner, read } from '#billing/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

const advance = (days: number) => control('POST', '/clock/advance', { days })

/** Long ago, so that nobody else is billed when time passes. */
async function trying(planCode = 'pro_monthly') {
  const { acme, alice } = await owner()
  await control('PUT', '/clock', { now: '2021-03-05T10:00:00Z' })
  await lago.saveCustomer(acme, 'alice@acme.test')
  await lago.subscribe(acme.id, planCode)
  await read(acme.id)
  return { acme, alice }
}

const reminders = (organizationId: string) =>
  LedgerEvent.query().where({ organizationId, action: 'trial.ending' }).orderBy('id')

/** Days pass, and the job has run as often as it likes, by several workers. */
async function days(count: number) {
  await advance(count)
  await Promise.all([remindOfTrials(), remindOfTrials()])
  await remindOfTrials()
}

test.group('A trial', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.teardown(async () => {
    await control('PUT', '/clock', { now: new Date().toISOString() })
  })

  test('is reminded of three days and one day before it ends, once each', async ({ assert }) => {
    const { acme } = await trying()
    for (const [wait, told] of [
      [0, 0],
      [10, 0],
      [1.5, 1],
      [1, 1],
      [1, 2],
      [0.25, 2],
    ] as const) {
      await days(wait)
      assert.lengthOf(await reminders(acme.id), told)
    }
    const [first] = await reminders(acme.id)
    assert.containsSubset(first!.metadata, {
      planName: 'Pro',
      totalCents: 29_00,
      currency: 'EUR',
    })
    assert.match((first!.metadata as { trialEndsAt: string }).trialEndsAt, /^2021-03-19T10:00:0/)

    await days(2)
    await read(acme.id)
    await days(0)
    assert.lengthOf(await reminders(acme.id), 2)
    const [invoice] = await lago.invoices(acme.id)
    assert.isAbove(invoice!.total_amount_cents, 0)
    await lago.endSubscription(acme.id)
  }).timeout(60_000)

  test('that was canceled, or has none, is not reminded of', async ({ assert }) => {
    const { acme } = await trying()
    const { trialEndsAt } = (await Subscription.alive(acme.id))!
    await lago.endSubscriptionAt(acme.id, trialEndsAt!.toUTC().toISO())
    await read(acme.id)
    const { acme: untried } = await trying('scale_monthly')
    await days(12)
    assert.isEmpty(await reminders(acme.id))
    assert.isEmpty(await reminders(untried.id))
    await lago.endSubscription(acme.id)
    await lago.endSubscription(untried.id)
  }).timeout(60_000)

  test('is told of to those who look after billing', async ({ cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const { acme } = await owner()
    await memberOf(acme, 'viewer')
    const event = new LedgerEvent().merge({
      id: acme.id,
      action: 'trial.ending',
      organizationId: acme.id,
      metadata: { ...TrialMail.sample },
    })
    await db.transaction((trx) => sendTrialMail(event, trx))
    mails.assertSentCount(TrialMail, 1)
  })
})
