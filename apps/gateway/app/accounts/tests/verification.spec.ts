import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { VerificationMail } from '#accounts/mails/verification_mail'
import { WelcomeMail } from '#accounts/mails/welcome_mail'
import AccountToken from '#accounts/models/account_token'
import deliverEvent from '#ledger/jobs/deliver_event'
import { alice } from '#tests/world'

const path = '/api/auth/verify-email'
const resend = '/api/auth/verify-email/resend'

const unverified = async () => (await alice()).merge({ emailVerifiedAt: null }).save()

const tokenOf = async () => {
  const user = await unverified()
  return db.transaction((trx) => AccountToken.issue(trx, user, 'verification'))
}

const requests = () => db.from('ledger_events').where({ action: 'user.verification_requested' }).orderBy('id')

test.group('Confirming one’s address', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes the token of the mail and no session', async ({ assert, client }) => {
    const token = await tokenOf()
    const answer = await client.post(path).json({ token })
    const user = await alice()

    answer.assertStatus(200)
    assert.notProperty(answer.headers(), 'set-cookie')
    assert.isNotNull(user.emailVerifiedAt)
    assert.exists(
      await db.from('ledger_events').where({ action: 'user.email_verified', actor_id: user.id }).first(),
    )
  })

  test('works once', async ({ assert, client }) => {
    const token = await tokenOf()
    await client.post(path).json({ token })
    const again = await client.post(path).json({ token })

    again.assertStatus(422)
    assert.equal(again.body().code, 'E_LINK_USED')
  })

  for (const token of ['a guess', 'x'.repeat(101), undefined]) {
    test(`does not take ${String(token).slice(0, 9)}`, async ({ assert, client }) => {
      await unverified()
      const answer = await client.post(path).json({ token })

      answer.assertStatus(422)
      assert.isNull((await alice()).emailVerifiedAt)
    })
  }

  test('is not done by opening the link', async ({ assert, client }) => {
    const token = await tokenOf()
    const answer = await client.get(path).qs({ token })

    answer.assertStatus(404)
    assert.isNull((await alice()).emailVerifiedAt)
  })
})

test.group('Asking for the mail again', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('sends one with a link that works', async ({ assert, client, cleanup }) => {
    const user = await unverified()
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const answer = await client.post(resend).loginAs(user).withCsrfToken()
    const event = await requests().firstOrFail()
    await deliverEvent({ eventId: event.id, subscriber: 'verification-mail' })
    const sent = mails.sent((one) => one instanceof VerificationMail)[0]
    const [, token] = /verify-email#([\w-]+)/.exec(String(sent?.message.nodeMailerMessage.text)) ?? []

    answer.assertStatus(202)
    sent?.message.assertTo('alice@acme.test')
    ;(await client.post(path).json({ token })).assertStatus(200)
    assert.isNotNull((await alice()).emailVerifiedAt)
  })

  test('sends none to whoever has confirmed', async ({ assert, client }) => {
    const answer = await client
      .post(resend)
      .loginAs(await alice())
      .withCsrfToken()

    answer.assertStatus(202)
    assert.isEmpty(await requests())
  })

  test('works five times an hour', async ({ assert, client }) => {
    const user = await unverified()
    for (let mail = 0; mail < 5; mail += 1) await client.post(resend).loginAs(user).withCsrfToken()
    const answer = await client.post(resend).loginAs(user).withCsrfToken()

    answer.assertStatus(429)
    assert.lengthOf(await requests(), 5)
  })

  test('is nothing for visitors or other sites', async ({ client }) => {
    ;(await client.post(resend).withCsrfToken()).assertStatus(401)
    ;(await client.post(resend).loginAs(await alice())).assertStatus(403)
  })
})

test.group('Who has not confirmed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('learns it with the rest about them', async ({ assert, client }) => {
    const me = await client.get('/api/auth/me').loginAs(await unverified())
    assert.deepEqual(me.body().data.restrictions, ['invite', 'subscribe', 'create_key'])
  })

  test('cannot subscribe, and is told why', async ({ assert, client }) => {
    const subscribe = async () =>
      client
        .post('/api/billing/subscriptions')
        .loginAs(await alice())
        .withCsrfToken()
        .json({})
    await unverified()
    const refused = await subscribe()
    await (await alice()).merge({ emailVerifiedAt: DateTime.utc() }).save()

    refused.assertStatus(403)
    assert.equal(refused.body().code, 'E_EMAIL_UNVERIFIED')
    ;(await subscribe()).assertStatus(422)
  })
})

test('The welcome mail asks to confirm, unless that is done', ({ assert }) => {
  const data = { fullName: 'Ann', organizationName: 'Ann', isInvited: false }
  const [asking, done] = ['secret', null].map(
    (token) => new WelcomeMail('a@b.test', 'cause', { ...data, token }),
  )

  assert.include(asking?.letter().action.url, '/verify-email#secret')
  assert.include(done?.letter().action.url, '/dashboard')
})
