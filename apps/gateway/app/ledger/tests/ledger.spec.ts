import { setTimeout as sleep } from 'node:timers/promises'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { WelcomeMail } from '#accounts/mails/welcome_mail'
import { queue } from '#core/queue/queues'
import deliverEvent from '#ledger/jobs/deliver_event'
import { record } from '#ledger/record'
import { relay } from '#ledger/relay'
import { alice } from '#tests/world'

test.group('Ledger', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is of one mind with what it records', async ({ assert }) => {
    const before = await count('ledger_events')
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await registered(trx)
        throw new Error('and then it failed')
      }),
    )
    assert.equal(await count('ledger_events'), before)
  })

  for (const change of [
    "update ledger_events set action = 'forged'",
    'delete from ledger_events',
    'truncate ledger_events cascade',
  ]) {
    test(`the database refuses to ${change.split(' ')[0]}`, async ({ assert }) => {
      await db.transaction((trx) => registered(trx))
      await assert.rejects(
        () => db.transaction((trx) => trx.rawQuery(change)),
        /append-only|permission denied/,
      )
      assert.isAbove(await count('ledger_events'), 0)
    })
  }

  test('hands each open delivery over once', async ({ assert, cleanup }) => {
    const eventId = await db.transaction((trx) => registered(trx))
    const jobId = `${eventId}-welcome-mail`
    cleanup(async () => {
      await queue('ledger').remove(jobId)
    })

    await relay()
    const job = await queue('ledger').getJob(jobId)
    assert.deepEqual(job?.data, { eventId, subscriber: 'welcome-mail' })
    assert.equal(await relay(), 0)
  })

  test('sends one welcome mail, however often the job runs', async ({ assert, cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const eventId = await db.transaction((trx) => registered(trx))

    await deliverEvent({ eventId, subscriber: 'welcome-mail' })
    await deliverEvent({ eventId, subscriber: 'welcome-mail' })

    mails.assertSentCount(WelcomeMail, 1)
    const sent = mails.sent((one) => one instanceof WelcomeMail)[0]
    sent?.message.assertTo('alice@acme.test')
    assert.include(JSON.stringify(sent?.message.toJSON()), eventId)
  })

  test('an effect that fails leaves the delivery open', async ({ assert, cleanup }) => {
    const eventId = await db.transaction((trx) => registered(trx))
    const { send } = mail.use('smtp')
    mail.use('smtp').send = () => Promise.reject(new Error('the mail server is away'))
    cleanup(() => {
      mail.use('smtp').send = send
    })

    await assert.rejects(() => deliverEvent({ eventId, subscriber: 'welcome-mail' }), /away/)
    const delivery = await db.from('ledger_deliveries').where({ event_id: eventId }).firstOrFail()
    assert.isNull(delivery.completed_at)
  })

  test('an effect that was refused for good is marked, and not queued again', async ({ assert, cleanup }) => {
    const eventId = await db.transaction((trx) => registered(trx))
    const { send } = mail.use('smtp')
    mail.use('smtp').send = () =>
      Promise.reject(Object.assign(new Error('550 nobody here'), { responseCode: 550 }))
    cleanup(() => {
      mail.use('smtp').send = send
    })

    await assert.rejects(() => deliverEvent({ eventId, subscriber: 'welcome-mail' }), /550/)
    await relay()
    const delivery = await db.from('ledger_deliveries').where({ event_id: eventId }).firstOrFail()
    assert.equal(delivery.failure, '550 nobody here')
    assert.isNull(delivery.queued_at)
  })
})

test.group('A delivery', () => {
  test('is made though its job runs before the relay has committed', async ({ assert, cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const eventId = await db.transaction((trx) => registered(trx))
    const relaying = await db.transaction()
    await relaying.from('ledger_deliveries').where({ event_id: eventId }).forUpdate()

    const delivered = deliverEvent({ eventId, subscriber: 'welcome-mail' })
    await Promise.race([delivered, sleep(100)])
    await relaying.commit()
    await delivered

    mails.assertSentCount(WelcomeMail, 1)
    const delivery = await db.from('ledger_deliveries').where({ event_id: eventId }).firstOrFail()
    assert.isNotNull(delivery.completed_at)
  })
})

async function registered(trx: Parameters<typeof record>[0]) {
  const { id } = await alice()
  return record(trx, {
    action: 'user.registered',
    subject: ['user', id],
    metadata: { organizationName: 'Acme & Söhne <script>' },
  })
}

const count = async (table: string) => Number((await db.from(table).count('* as total').firstOrFail()).total)
