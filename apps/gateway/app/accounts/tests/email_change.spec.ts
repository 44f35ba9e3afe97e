import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import AccountToken, { type Purpose } from '#accounts/models/account_token'
import User from '#accounts/models/user'
import deliverEvent from '#ledger/jobs/deliver_event'
import { alice, bob, confirmed, login } from '#tests/world'

const path = '/api/user/email'
const fresh = 'alice@elsewhere.test'

/** The mails that the newest event of an action causes. */
async function mailsFor(action: string, subscriber: 'email-change-mails' | 'email-changed-mail') {
  const { mails } = mail.fake()
  const event = await db.from('ledger_events').where({ action }).orderBy('id', 'desc').firstOrFail()
  await deliverEvent({ eventId: event.id, subscriber })
  const sent = mails.sent(() => true).map(({ message }) => message.nodeMailerMessage)
  mail.restore()
  return sent.map(({ to, text }) => ({
    to: JSON.stringify(to),
    link: /(\/[\w-]+)#([\w-]+)/.exec(String(text)),
  }))
}

const issueFor = async (user: User, purpose: Purpose, address: string) =>
  db.transaction((trx) => AccountToken.issue(trx, user, purpose, { address }))

const issue = async (purpose: Purpose, address: string) => issueFor(await alice(), purpose, address)

test.group('Changing one’s address', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('asks the new one and tells the present one', async ({ assert, client }) => {
    const user = await alice()
    const answer = await client
      .post(path)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .json({ email: ` ${fresh.toUpperCase()} ` })
    const [notice, request] = await mailsFor('user.email_change_requested', 'email-change-mails')

    answer.assertStatus(202)
    assert.equal((await User.findOrFail(user.id)).email, 'alice@acme.test')
    assert.include(notice?.to, 'alice@acme.test')
    assert.isNull(notice?.link)
    assert.include(request?.to, fresh)
    assert.equal(request?.link?.[1], '/change-email')

    const followed = await client.post('/api/auth/change-email').json({ token: request?.link?.[2] })
    followed.assertStatus(200)
    assert.equal((await User.findOrFail(user.id)).email, fresh)
    ;(await login(client, fresh)).assertStatus(200)
  })

  test('does not tell that an address is taken, and moves nobody there', async ({ assert, client }) => {
    const answer = await client
      .post(path)
      .loginAs(await alice())
      .withSession(confirmed())
      .withCsrfToken()
      .json({ email: 'bob@acme.test' })
    const sent = await mailsFor('user.email_change_requested', 'email-change-mails')

    answer.assertStatus(202)
    assert.lengthOf(sent, 1)
    assert.include(sent[0]?.to, 'alice@acme.test')
  })

  test('is refused where somebody has registered with it since', async ({ assert, client }) => {
    const token = await issue('email_change', (await bob()).email)
    const answer = await client.post('/api/auth/change-email').json({ token })

    answer.assertStatus(422)
    assert.equal((await alice()).email, 'alice@acme.test')
  })

  for (const email of ['alice@acme.test', 'not-an-address', undefined]) {
    test(`to ${email} is refused beside the field`, async ({ assert, client }) => {
      const answer = await client
        .post(path)
        .loginAs(await alice())
        .withSession(confirmed())
        .withCsrfToken()
        .json({ email })

      answer.assertStatus(422)
      assert.property(answer.body().details, 'email')
    })
  }

  test('needs a person who has just confirmed who they are', async ({ assert, client }) => {
    const user = await alice()
    const visitor = await client.post(path).withCsrfToken().json({ email: fresh })
    const open = await client.post(path).loginAs(user).withCsrfToken().json({ email: fresh })

    visitor.assertStatus(401)
    assert.equal(open.body().code, 'E_CONFIRMATION_REQUIRED')
    assert.isEmpty(await db.from('ledger_events').where({ action: 'user.email_change_requested' }))
  })
})

test.group('Taking a former address back', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const undo = '/api/auth/undo-email'

  test('works by the mail to the former address and signs everybody out', async ({ assert, client }) => {
    const user = await alice()
    await client.post('/api/auth/change-email').json({ token: await issue('email_change', fresh) })
    const [sent] = await mailsFor('user.email_changed', 'email-changed-mail')
    const moved = await User.findOrFail(user.id)
    const answer = await client.post(undo).json({ token: sent?.link?.[2] })

    assert.include(sent?.to, 'alice@acme.test')
    assert.equal(sent?.link?.[1], '/undo-email')
    answer.assertStatus(200)
    assert.equal((await User.findOrFail(user.id)).email, 'alice@acme.test')
    ;(await client.get('/api/auth/me').loginAs(moved)).assertStatus(401)
  })

  test('works also after the account has been moved on, and only the oldest wins', async ({
    assert,
    client,
  }) => {
    const user = await alice()
    const first = await issue('email_undo', 'alice@acme.test')
    await user.merge({ email: 'mallory@elsewhere.test' }).save()
    const second = await issueFor(user, 'email_undo', 'mallory@elsewhere.test')
    const change = await issueFor(user, 'email_change', 'mallory@third.test')

    ;(await client.post(undo).json({ token: first })).assertStatus(200)
    ;(await client.post(undo).json({ token: second })).assertStatus(422)
    ;(await client.post('/api/auth/change-email').json({ token: change })).assertStatus(422)
    assert.equal((await User.findOrFail(user.id)).email, 'alice@acme.test')
  })
})
