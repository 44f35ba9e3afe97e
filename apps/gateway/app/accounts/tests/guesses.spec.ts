import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { Browser } from '#tests/browser'
import deliverEvent from '#ledger/jobs/deliver_event'
import { alice, bob, confirmed, login, password, stranger } from '#tests/world'

/** As if every wait were over, while what was wrong stays counted. */
async function passWaits() {
  for (const key of await redis.keys('guesses:*:*:*')) {
    if ((await redis.type(key)) === 'hash') await redis.hset(key, 'until', 0)
  }
}

const wrongLogins = async (email: string, times: number) => {
  const browser = new Browser()
  const answers = []
  for (let time = 0; time < times; time += 1) {
    await passWaits()
    answers.push(await browser.signIn(email, 'not-the-password'))
  }
  return answers
}

/** Somebody whose password costs next to nothing to check, so that many can be checked at once. */
async function quickToProve() {
  const user = await User.create({ ...stranger(), emailVerifiedAt: DateTime.utc() })
  const hashed = await new Scrypt({ cost: 1024, blockSize: 8, parallelization: 1 }).make(password)
  await User.query().where({ id: user.id }).update({ password: hashed })
  return user
}

test.group('Guessing a password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('five are free, then each has to wait for longer', async ({ assert, client }) => {
    const { email } = stranger()
    const waits = []
    for (let time = 0; time < 9; time += 1) {
      await passWaits()
      const answer = await login(client, email, 'not-the-password')
      answer.assertStatus(401)
      waits.push(Number(answer.header('retry-after') ?? 0))
    }

    assert.deepEqual(waits, [0, 0, 0, 0, 0, 1, 2, 4, 8])
  })

  test('never for longer than a quarter of an hour', async ({ assert, client }) => {
    const { email } = stranger()
    await wrongLogins(email, 6)
    const [key = ''] = await redis.keys('guesses:account:*')
    await redis.hset(key, 'count', 1000, 'until', 0)
    const answer = await login(client, email, 'not-the-password')

    assert.equal(answer.header('retry-after'), '900')
  })

  test('while waiting, even the right one is not looked at', async ({ assert, client }) => {
    await wrongLogins('bob@acme.test', 8)
    const answer = await login(client, 'bob@acme.test')

    answer.assertStatus(429)
    assert.equal(answer.body().code, 'E_TOO_MANY_GUESSES')
    assert.isAbove(Number(answer.header('retry-after')), 0)
    assert.match(answer.body().error, /Please wait \d seconds, then try again/)
  })

  test('count for one account, however its address is spelled and whichever browser asks', async ({
    assert,
  }) => {
    const spelled = ['bob@acme.test', 'BOB@acme.test', ' Bob@Acme.Test ', 'bob@ACME.TEST', 'bob@acme.test\t']
    for (const email of spelled) await new Browser().signIn(email, 'not-the-password')
    await new Browser().signIn('bob@acme.test', 'not-the-password')
    const answer = await new Browser().signIn('bOb@acme.test')

    assert.equal(answer.status, 429)
  })

  test('is answered alike for people and strangers', async ({ assert }) => {
    const known = await wrongLogins('bob@acme.test', 7)
    const unknown = await wrongLogins(stranger().email, 7)
    const seen = (answers: typeof known) =>
      answers.map(({ status, body }) => [status, body.code, Object.keys(body)])

    assert.deepEqual(seen(known), seen(unknown))
  })

  test('the right one, once looked at, clears the account', async ({ assert, client }) => {
    await wrongLogins('bob@acme.test', 7)
    await passWaits()
    ;(await login(client, 'bob@acme.test')).assertStatus(200)
    const answer = await login(client, 'bob@acme.test', 'not-the-password')

    answer.assertStatus(401)
    assert.isUndefined(answer.header('retry-after'))
  })

  test('what strangers do keeps nobody out where they have been before', async ({ assert }) => {
    const browser = new Browser()
    await browser.signIn('bob@acme.test')
    await browser.send('POST', '/api/auth/logout')
    await wrongLogins('bob@acme.test', 8)
    const elsewhere = await new Browser().signIn('bob@acme.test')
    const there = await browser.signIn('bob@acme.test')

    assert.deepEqual([elsewhere.status, there.status], [429, 200])
  })

  test('a known browser is held back by what is guessed there', async ({ assert }) => {
    const browser = new Browser()
    await browser.signIn('bob@acme.test')
    for (let time = 0; time < 6; time += 1) await browser.signIn('bob@acme.test', 'not-the-password')

    assert.equal((await browser.signIn('bob@acme.test')).status, 429)
    assert.equal((await new Browser().signIn('bob@acme.test')).status, 200)
  })

  test('a browser is known for those who have signed in there, and not by a cookie made up', async ({
    assert,
  }) => {
    const [bobs, mallorys] = [new Browser(), new Browser()]
    await bobs.signIn('bob@acme.test')
    await mallorys.signIn('charlie@globex.test')
    mallorys.put('gantry_device', 's%3Aabc.def')
    await wrongLogins('alice@acme.test', 8)

    assert.equal((await bobs.signIn('alice@acme.test')).status, 429)
    assert.equal((await mallorys.signIn('alice@acme.test')).status, 429)
  })

  test('one password on many accounts counts against the address', async ({ assert, client }) => {
    const answers = []
    for (let time = 0; time < 32; time += 1) answers.push(await login(client, stranger().email))
    const { email } = stranger()

    assert.equal(answers.at(29)?.status(), 401)
    assert.equal(answers.at(30)?.header('retry-after'), '1')
    assert.equal(answers.at(31)?.status(), 429)
    ;(await login(client, email)).assertStatus(429)
  })

  test('a hundred at once tell no more than one after the other', async ({ assert, client }) => {
    const { email } = stranger()
    const guesses = Array.from({ length: 100 }, () =>
      client.post('/api/auth/token').json({ email, password }),
    )
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status())
    const judged = statuses.filter((status) => status === 401)

    // Six, and one more for each wait that is over before the slowest machine has answered all of them.
    assert.isAtLeast(judged.length, 6)
    assert.isAtMost(judged.length, 12)
    assert.sameMembers([...new Set(statuses)], [401, 429])
  }).timeout(180_000)

  test('for a token is the same guessing', async ({ client }) => {
    await wrongLogins('bob@acme.test', 8)
    ;(await client.post('/api/auth/token').json({ email: 'bob@acme.test', password })).assertStatus(429)
  })

  for (const [path, body] of [
    ['/api/auth/confirmation', { password: 'not-the-password' }],
    ['/api/auth/change-password', { currentPassword: 'not-the-password', password: 'violet-harbour-72' }],
  ] as const) {
    test(`at ${path} waits too, and strangers cannot make it wait`, async ({ assert, client }) => {
      const user = await bob()
      await wrongLogins(user.email, 8)
      const ask = () => client.post(path).loginAs(user).withCsrfToken().json(body)
      const statuses = []
      for (let time = 0; time < 7; time += 1) statuses.push((await ask()).status())

      assert.deepEqual(statuses, [422, 422, 422, 422, 422, 422, 429])
      assert.isTrue(await (await bob()).isPassword(password))
    })
  }

  test('a password chosen by mail makes the browser known', async ({ assert }) => {
    const { default: AccountToken } = await import('#accounts/models/account_token')
    const browser = new Browser()
    const user = await bob()
    const token = await db.transaction((trx) => AccountToken.issue(trx, user, 'password_reset'))
    await wrongLogins(user.email, 8)
    await browser.send('POST', '/api/auth/reset-password', { token, password: 'violet-harbour-72' })

    assert.equal((await browser.signIn(user.email, 'violet-harbour-72')).status, 200)
  })
})

test.group('Many guesses at one account', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const events = () =>
    db.from('ledger_events').where({ action: 'user.guessing_noticed' }).orderBy('id', 'desc')

  test('are told to its owner, once a day', async ({ assert, cleanup }) => {
    await wrongLogins('bob@acme.test', 9)
    assert.isEmpty(await events().where('subject_id', (await bob()).id))
    await wrongLogins('bob@acme.test', 3)
    const [event, ...more] = await events().where('subject_id', (await bob()).id)
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await deliverEvent({ eventId: event.id, subscriber: 'guessing-mail' })

    assert.isEmpty(more)
    assert.equal(event.actor_type, 'system')
    const [sent] = mails.sent(() => true)
    sent?.message.assertTo('bob@acme.test')
    assert.include(String(sent?.message.nodeMailerMessage.text), '10 times')
  })

  test('at an address without an account are told to nobody', async ({ assert, cleanup }) => {
    await wrongLogins(stranger().email, 11)
    const event = await events().firstOrFail()
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await deliverEvent({ eventId: event.id, subscriber: 'guessing-mail' })

    assert.isEmpty(mails.sent(() => true))
  })
})

test.group('Right passwords', () => {
  test('two hundred at once keep nobody out', async ({ assert, cleanup, client }) => {
    const user = await quickToProve()
    cleanup(() => user.delete())
    const logins = Array.from({ length: 200 }, () => login(client, user.email))
    const statuses = (await Promise.all(logins)).map((answer) => answer.status())

    // A machine that is too slow for them may say so, but nobody is taken for a guesser.
    assert.isEmpty(statuses.filter((status) => status !== 200 && status !== 503))
    ;(await login(client, user.email)).assertStatus(200)
  }).timeout(180_000)

  test('two hundred at once pass where their owner has been before, while another address guesses', async ({
    assert,
    cleanup,
    client,
  }) => {
    const user = await quickToProve()
    cleanup(() => user.delete())
    const known = new Browser()
    await known.signIn(user.email, password)
    const guess = async () =>
      client
        .post('/api/auth/token')
        .header('x-forwarded-for', '203.0.113.9')
        .json({ email: user.email, password: 'not-the-password' })
    for (let time = 0; time < 8; time += 1) await guess()

    const logins = Array.from({ length: 200 }, () => {
      const browser = new Browser()
      browser.take('gantry_device', known)
      return browser.signIn(user.email, password)
    })
    const wrong = await Promise.all(Array.from({ length: 40 }, guess))
    const statuses = (await Promise.all(logins)).map(({ status }) => status)

    assert.isEmpty(statuses.filter((status) => status !== 200 && status !== 503))
    assert.include(statuses, 200)
    assert.isEmpty(wrong.filter((answer) => ![401, 429, 503].includes(answer.status())))
    assert.equal((await guess()).status(), 429)
  }).timeout(180_000)

  test('confirm while somebody else guesses elsewhere', async ({ client }) => {
    await wrongLogins('alice@acme.test', 8)
    const answer = await client
      .post('/api/auth/confirmation')
      .loginAs(await alice())
      .withSession(confirmed())
      .withCsrfToken()
      .json({ password })

    answer.assertStatus(200)
  })
})
