import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { PasswordNoticeMail } from '#accounts/mails/password_notice_mail'
import AccountToken, { type Purpose } from '#accounts/models/account_token'
import type User from '#accounts/models/user'
import deliverEvent from '#ledger/jobs/deliver_event'
import env from '#start/env'
import { alice, login, password } from '#tests/world'

const fresh = 'violet-harbour-72'

const issue = (user: User, purpose: Purpose) =>
  db.transaction((trx) => AccountToken.issue(trx, user, purpose))

const subscribers = {
  'user.password_reset_requested': 'password-reset-mail',
  'user.magic_link_requested': 'magic-link-mail',
} as const

/** The mails that the newest event of an action causes. */
async function mailsOf(action: keyof typeof subscribers) {
  const { mails } = mail.fake()
  const event = await db.from('ledger_events').where({ action }).orderBy('id', 'desc').firstOrFail()
  await deliverEvent({ eventId: event.id, subscriber: subscribers[action] })
  const sent = mails.sent(() => true).map(({ message }) => message)
  mail.restore()
  return sent
}

/** The page and the secret in the mail to alice. */
async function linkIn(action: keyof typeof subscribers) {
  const [message] = await mailsOf(action)
  message?.assertTo('alice@acme.test')
  return /(\/[\w-]+)#([\w-]+)/.exec(String(message?.nodeMailerMessage.text))?.slice(1) ?? []
}

const asking = {
  '/api/auth/forgot-password': 'user.password_reset_requested',
  '/api/auth/magic-link': 'user.magic_link_requested',
} as const

for (const [path, action] of Object.entries(asking)) {
  test.group(`Asking at ${path}`, (group) => {
    group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
    const requests = () => db.from('ledger_events').where({ action })

    test('is answered alike for people and strangers', async ({ assert, client }) => {
      const known = await client.post(path).json({ email: ' Alice@Acme.test ' })
      const unknown = await client.post(path).json({ email: 'nobody@acme.test' })

      known.assertStatus(202)
      unknown.assertStatus(202)
      assert.deepEqual(Object.keys(known.body()), Object.keys(unknown.body()))
      assert.deepEqual(Object.keys(known.headers()).sort(), Object.keys(unknown.headers()).sort())
      assert.lengthOf(await requests(), 2)
      assert.isEmpty(await mailsOf(action))
    })

    test('leads to our own site, whatever host was asked', async ({ assert, client }) => {
      const forged = {
        host: 'mallory.example',
        'x-forwarded-host': 'mallory.example',
        'x-forwarded-proto': 'ftp',
        'x-forwarded-port': '6666',
        forwarded: 'host=mallory.example;proto=ftp',
        'x-original-host': 'mallory.example',
        referer: 'https://mallory.example/',
        origin: 'https://mallory.example',
      }
      ;(await client.post(path).headers(forged).json({ email: 'alice@acme.test' })).assertStatus(202)
      const [message] = await mailsOf(action)
      const { text, html } = message!.nodeMailerMessage
      const links = `${String(text)} ${String(html)}`.match(/[a-z]+:\/\/[^\s"<]+/g) ?? []

      assert.isAtLeast(links.length, 2)
      assert.isEmpty(links.filter((link) => new URL(link).origin !== env.get('APP_URL')))
      assert.notInclude(JSON.stringify(message!.nodeMailerMessage), 'mallory')
    })

    test('does nothing for who was disabled', async ({ assert, client }) => {
      const user = await alice()
      await user.merge({ disabledAt: user.createdAt }).save()

      ;(await client.post(path).json({ email: user.email })).assertStatus(202)
      assert.isEmpty(await requests().where('subject_id', user.id))
    })

    test('works five times an hour for one address, known or not', async ({ client }) => {
      for (const email of ['alice@acme.test', 'nobody@acme.test']) {
        for (let mail = 0; mail < 5; mail += 1) (await client.post(path).json({ email })).assertStatus(202)
        ;(await client.post(path).json({ email })).assertStatus(429)
      }
    })

    test('needs an address', async ({ assert, client }) => {
      const answer = await client.post(path).json({ email: 'not-an-address' })
      answer.assertStatus(422)
      assert.property(answer.body().details, 'email')
    })
  })
}

test.group('A forgotten password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const path = '/api/auth/reset-password'

  test('is replaced by the link of the mail, and every session ends', async ({ assert, client }) => {
    const user = await alice()
    await client.post('/api/auth/forgot-password').json({ email: user.email })
    const [page, token] = await linkIn('user.password_reset_requested')
    const answer = await client.post(path).json({ token, password: fresh })

    assert.equal(page, '/reset-password')
    answer.assertStatus(200)
    ;(await client.get('/api/auth/me').loginAs(user)).assertStatus(401)
    ;(await login(client, user.email)).assertStatus(401)
    ;(await login(client, user.email, fresh)).assertStatus(200)
  })

  test('is replaced once', async ({ assert, client }) => {
    const token = await issue(await alice(), 'password_reset')
    await client.post(path).json({ token, password: fresh })
    const again = await client.post(path).json({ token, password: 'another-violet-9' })

    again.assertStatus(422)
    assert.equal(again.body().code, 'E_LINK_USED')
    assert.isTrue(await (await alice()).isPassword(fresh))
  })

  test('stays when the new one is weak, and the link goes on working', async ({ assert, client }) => {
    const token = await issue(await alice(), 'password_reset')
    const weak = await client.post(path).json({ token, password: 'password123' })

    weak.assertStatus(422)
    assert.property(weak.body().details, 'password')
    assert.isTrue(await (await alice()).isPassword(password))
    ;(await client.post(path).json({ token, password: fresh })).assertStatus(200)
  })

  test('is not replaced by a link that was mailed for something else', async ({ assert, client }) => {
    const token = await issue(await alice(), 'verification')

    ;(await client.post(path).json({ token, password: fresh })).assertStatus(422)
    assert.isTrue(await (await alice()).isPassword(password))
  })

  test('ends the links that would let in or take the account away', async ({ assert, client }) => {
    const user = await alice()
    for (const purpose of ['magic_link', 'email_change', 'email_undo'] as const) await issue(user, purpose)
    await client.post(path).json({ token: await issue(user, 'password_reset'), password: fresh })
    const left = await AccountToken.query().where({ userId: user.id }).whereNull('usedAt')

    assert.deepEqual(
      left.map(({ purpose }) => purpose),
      ['email_undo'],
    )
  })

  test('is told to its owner once it is replaced', async ({ assert, client, cleanup }) => {
    const token = await issue(await alice(), 'password_reset')
    await client.post(path).json({ token, password: fresh })
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const event = await db
      .from('ledger_events')
      .where({ action: 'user.password_changed', actor_id: (await alice()).id })
      .orderBy('id', 'desc')
      .firstOrFail()
    await deliverEvent({ eventId: event.id, subscriber: 'password-notice-mail' })

    assert.lengthOf(
      mails.sent((one) => one instanceof PasswordNoticeMail),
      1,
    )
  })
})

test.group('A magic link', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const path = '/api/auth/magic-link/session'
  const cookie = 'gantry_magic_link'

  test('signs in once', async ({ assert, client }) => {
    const asked = await client.post('/api/auth/magic-link').json({ email: 'alice@acme.test' })
    const mark = asked.cookie(cookie)?.value
    const [page, token] = await linkIn('user.magic_link_requested')
    const answer = await client.post(path).withCsrfToken().withCookie(cookie, mark).json({ token })
    const again = await client.post(path).withCsrfToken().withCookie(cookie, mark).json({ token })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    assert.equal(page, '/magic-link')
    assert.equal(me.body().data.email, 'alice@acme.test')
    assert.equal(again.body().code, 'E_LINK_USED')
  })

  test('signs in nowhere but in the browser that asked, where it goes on working', async ({
    assert,
    client,
  }) => {
    const asked = await client.post('/api/auth/magic-link').json({ email: 'alice@acme.test' })
    const [, token] = await linkIn('user.magic_link_requested')
    const other = await client.post('/api/auth/magic-link').json({ email: 'bob@acme.test' })

    for (const mark of [other.cookie(cookie)?.value, 'guessed', undefined]) {
      const refused = await client.post(path).withCsrfToken().withCookie(cookie, mark).json({ token })
      refused.assertStatus(422)
      assert.equal(refused.body().code, 'E_LINK_ELSEWHERE')
    }
    const mark = asked.cookie(cookie)?.value
    ;(await client.post(path).withCsrfToken().withCookie(cookie, mark).json({ token })).assertStatus(200)
  })

  test('asks for the second factor of whoever has one', async ({ assert, client }) => {
    const user = await alice()
    await user.merge({ twoFactorEnabledAt: user.createdAt }).save()
    const answer = await client
      .post(path)
      .withCsrfToken()
      .json({ token: await issue(user, 'magic_link') })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    assert.property(answer.body().data, 'twoFactor')
    me.assertStatus(401)
  })

  test('locks out whoever opened the account with an address that is not theirs', async ({
    assert,
    client,
  }) => {
    const user = await (await alice()).merge({ emailVerifiedAt: null }).save()
    await client
      .post(path)
      .withCsrfToken()
      .json({ token: await issue(user, 'magic_link') })

    assert.isNotNull((await alice()).emailVerifiedAt)
    ;(await client.get('/api/auth/me').loginAs(user)).assertStatus(401)
    ;(await login(client, user.email)).assertStatus(401)
  })

  test('is not followed by another site', async ({ assert, client }) => {
    const token = await issue(await alice(), 'magic_link')

    ;(await client.post(path).json({ token })).assertStatus(403)
    const answer = await client.post(path).withCsrfToken().json({ token })
    answer.assertStatus(200)
    assert.property(answer.body().data, 'user')
  })
})
