import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Secret, TOTP } from 'otpauth'
import Authenticator from '#accounts/models/authenticator'
import type User from '#accounts/models/user'
import { TwoFactor } from '#accounts/two_factor'
import deliverEvent from '#ledger/jobs/deliver_event'
import { Browser } from '#tests/browser'
import { alice, bob, confirmed, login, password } from '#tests/world'

const path = '/api/auth/two-factor'
/** An app that has learned a secret: what it shows so many steps from now, however long the test takes. */
function appWith(secret: string) {
  const step = Math.floor(Date.now() / 30_000)
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  return (steps = 0) => app.generate({ timestamp: (step + steps) * 30_000 })
}

/** Switches it on with a code of the step before, so that the present one is still worth something. */
async function withTwoFactor(user: User) {
  const secret = Authenticator.newSecret()
  const code = appWith(secret)
  const recoveryCodes = (await new TwoFactor(user).enable(secret, code(-1))) ?? []
  await user.refresh()
  return { secret, code, recoveryCodes }
}

const eventsOf = (user: User, action: string) =>
  db.from('ledger_events').where({ action, subject_id: user.id })

/** Asks for a secret as a signed-in person, who can then switch two-factor on with it. */
async function askForSecret(user: User) {
  const browser = new Browser()
  await browser.signIn(user.email)
  const answer = await browser.send('POST', `/api/auth/two-factor/secret`)
  const { secret, address } = answer.body.data as { secret: string; address: string }
  const enable = (code: string) => browser.send('POST', path, { code })
  return { status: answer.status, address, code: appWith(secret), enable }
}

test.group('Switching two-factor on', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes the secret, a code of it, and gives ten recovery codes once', async ({ assert, client }) => {
    const user = await bob()
    const { status, address, code, enable } = await askForSecret(user)
    const enabled = await enable(code())
    const standing = await client.get(path).loginAs(user)
    const { recoveryCodes } = enabled.body.data as { recoveryCodes: string[] }

    assert.deepEqual([status, enabled.status], [201, 201])
    assert.match(address, /^otpauth:\/\/totp\/Gantry:bob%40acme\.test\?/)
    assert.lengthOf([...new Set(recoveryCodes)], 10)
    assert.isString(standing.body().data.enabledAt)
    assert.equal(standing.body().data.recoveryCodesLeft, 10)
    assert.lengthOf(await eventsOf(user, 'user.two_factor_enabled'), 1)
  })

  test('keeps neither the secret nor a recovery code readable', async ({ assert }) => {
    const user = await bob()
    const { secret, recoveryCodes } = await withTwoFactor(user)
    const kept = JSON.stringify([
      await db.from('authenticators').where({ user_id: user.id }),
      await db.from('recovery_codes').where({ user_id: user.id }),
    ])

    assert.notInclude(kept, secret)
    for (const code of recoveryCodes) assert.notInclude(kept, code.replaceAll('-', ''))
  })

  test('with a wrong code changes nothing', async ({ assert }) => {
    const user = await bob()
    const { code, enable } = await askForSecret(user)
    const answer = await enable(code(40))

    assert.equal(answer.status, 422)
    assert.property((answer.body as { details?: object }).details, 'code')
    assert.isNull((await user.refresh()).twoFactorEnabledAt)
    assert.isEmpty(await eventsOf(user, 'user.two_factor_enabled'))
  })

  test('without a secret of this session is refused', async ({ client }) => {
    const answer = await client
      .post(path)
      .loginAs(await bob())
      .withSession(confirmed())
      .withCsrfToken()
      .json({ code: '123456' })

    answer.assertStatus(409)
    answer.assertBodyContains({ code: 'E_NO_SECRET' })
  })

  test('twice is refused, and the first stays', async ({ assert, client }) => {
    const user = await bob()
    const { code: second, enable } = await askForSecret(user)
    const { code } = await withTwoFactor(user)
    const again = await enable(second())
    const another = await client
      .post(`/api/auth/two-factor/secret`)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()

    assert.equal(again.status, 409)
    another.assertStatus(409)
    assert.equal(await new TwoFactor(user).take(code()), 'totp')
  })

  for (const [method, address] of [
    ['post', path],
    ['delete', path],
    ['post', `/api/auth/two-factor/secret`],
    ['post', `/api/auth/two-factor/recovery-codes`],
  ] as const) {
    test(`${method} ${address} needs a login, the CSRF token and a confirmation`, async ({
      assert,
      client,
    }) => {
      const user = await bob()
      const body = { code: '123456' }
      const anonymous = await client[method](address).withCsrfToken().json(body)
      const otherSite = await client[method](address).loginAs(user).withSession(confirmed()).json(body)
      const unconfirmed = await client[method](address).loginAs(user).withCsrfToken().json(body)

      anonymous.assertStatus(401)
      otherSite.assertStatus(403)
      unconfirmed.assertStatus(403)
      assert.equal(unconfirmed.body().code, 'E_CONFIRMATION_REQUIRED')
      assert.isNull((await user.refresh()).twoFactorEnabledAt)
    })
  }
})

test.group('Switching two-factor off', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const off = (client: ApiClient, user: User) =>
    client.delete(path).loginAs(user).withSession(confirmed()).withCsrfToken()

  test('leaves nothing, and the password is enough again', async ({ assert, client }) => {
    const user = await bob()
    await withTwoFactor(user)
    const answer = await off(client, user)
    const begun = await login(client, user.email)

    answer.assertStatus(204)
    assert.isEmpty(await db.from('authenticators').where({ user_id: user.id }))
    assert.isEmpty(await db.from('recovery_codes').where({ user_id: user.id }))
    assert.property(begun.body().data, 'user')
    assert.lengthOf(await eventsOf(user, 'user.two_factor_disabled'), 1)
  })

  test('where it is off is refused', async ({ client }) => {
    ;(await off(client, await bob())).assertStatus(409)
  })

  test('is nobody else’s business', async ({ assert, client }) => {
    const user = await bob()
    await withTwoFactor(user)
    ;(await off(client, await alice())).assertStatus(409)

    assert.isTrue((await user.refresh()).hasTwoFactor)
  })
})

test.group('New recovery codes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const renew = (client: ApiClient, user: User) =>
    client.post(`/api/auth/two-factor/recovery-codes`).loginAs(user).withSession(confirmed()).withCsrfToken()

  test('replace the old ones', async ({ assert, client }) => {
    const user = await bob()
    const { recoveryCodes } = await withTwoFactor(user)
    const answer = await renew(client, user)
    const fresh = answer.body().data.recoveryCodes as string[]

    answer.assertStatus(201)
    assert.lengthOf(fresh, 10)
    assert.isNull(await new TwoFactor(user).take(recoveryCodes[0]!))
    assert.equal(await new TwoFactor(user).take(fresh[0]!.toUpperCase().replaceAll('-', '')), 'recovery_code')
  })

  test('are for who has two-factor', async ({ client }) => {
    ;(await renew(client, await bob())).assertStatus(409)
  })
})

test.group('The second step', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function firstStep() {
    const user = await bob()
    const factor = await withTwoFactor(user)
    const browser = new Browser()
    const first = await browser.signIn(user.email)
    const second = (shown: string) => browser.send('POST', `/api/auth/two-factor/session`, { code: shown })
    return { user, browser, first, second, ...factor }
  }

  test('is asked for after the password, and nothing is open before it', async ({ assert }) => {
    const { browser, first } = await firstStep()
    const waiting = await browser.visit(`/api/auth/two-factor/session`)

    assert.equal(first.status, 200)
    assert.deepEqual(first.body.data, { twoFactor: { methods: ['totp', 'recovery_code'] } })
    assert.deepEqual(waiting.body.data, { methods: ['totp', 'recovery_code'] })
    assert.isNull(await browser.me())
    for (const [method, address] of [
      ['POST', '/api/auth/token'],
      ['DELETE', path],
      ['POST', `/api/auth/two-factor/recovery-codes`],
    ] as const)
      assert.equal((await browser.send(method, address)).status, 401, address)
  })

  test('lets in with a code of the app, and says so in the ledger', async ({ assert }) => {
    const { user, browser, second, code } = await firstStep()
    const answer = await second(code().replace(/^.../, '$& '))
    const [event] = await eventsOf(user, 'user.logged_in').orderBy('id', 'desc')

    assert.equal(answer.status, 200)
    assert.equal((await browser.me())?.email, user.email)
    assert.deepEqual(event.metadata, { method: 'password', secondFactor: 'totp' })
    assert.equal((await second(code(1))).status, 401)
  })

  test('leaves the session of the first step dead', async ({ assert }) => {
    const { user, browser, second, code } = await firstStep()
    const watching = new Browser()
    watching.take('gantry_session', browser)
    await second(code())

    assert.equal((await browser.me())?.email, user.email)
    assert.isNull(await watching.me())
    const waiting = await watching.visit('/api/auth/two-factor/session')
    assert.deepEqual(waiting.body.data, { methods: [] })
  })

  test('takes a code once, also of two at the same moment', async ({ assert }) => {
    const { user, code } = await firstStep()
    const browsers = [new Browser(), new Browser(), new Browser()]
    for (const browser of browsers) await browser.signIn(user.email)
    const shown = code()
    const answers = await Promise.all(
      browsers.map((browser) => browser.send('POST', `/api/auth/two-factor/session`, { code: shown })),
    )

    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422])
  })

  test('takes no code again that has switched it on, nor an older one', async ({ assert }) => {
    const { second, code } = await firstStep()

    assert.equal((await second(code(-1))).status, 422)
    assert.equal((await second(code(1))).status, 200)
  })

  test('takes a recovery code once', async ({ assert }) => {
    const { user, browser, second, recoveryCodes } = await firstStep()
    const code = recoveryCodes[3]!
    const answer = await second(code)
    await browser.send('POST', '/api/auth/logout')
    await browser.signIn(user.email)
    const again = await second(code)
    const [event] = await eventsOf(user, 'user.recovery_code_used')

    assert.equal(answer.status, 200)
    assert.equal(again.status, 422)
    assert.deepEqual(event.metadata, { left: 9 })
  })

  test('holds guessers back, who have the password', async ({ assert }) => {
    const { second, code } = await firstStep()
    const statuses = []
    for (let time = 0; time < 7; time += 1) statuses.push((await second(`00000${time}`)).status)

    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 422, 429])
    assert.equal((await second(code())).status, 429)
  })

  test('waits ten minutes and no longer', async ({ assert, client }) => {
    const user = await bob()
    const { code } = await withTwoFactor(user)
    const pending = {
      userId: user.id,
      epoch: user.sessionEpoch,
      method: 'password',
      remember: false,
      startedAt: Date.now() - 600_001,
    }
    const answer = await client
      .post(`/api/auth/two-factor/session`)
      .withSession({ pendingSignIn: pending })
      .withCsrfToken()
      .json({ code: code() })

    answer.assertStatus(401)
    assert.equal(answer.body().code, 'E_NO_SIGN_IN_WAITS')
  })

  test('ends when the password changes meanwhile', async ({ assert }) => {
    const { user, second, code } = await firstStep()
    await user.changePassword('violet-harbour-72')

    assert.equal((await second(code())).status, 401)
  })

  test('is nothing for visitors or other sites, nor without a code', async ({ assert, client }) => {
    const { second } = await firstStep()
    const visitor = await client.post(`/api/auth/two-factor/session`).withCsrfToken().json({ code: '123456' })
    const otherSite = await client.post(`/api/auth/two-factor/session`).json({ code: '123456' })

    visitor.assertStatus(401)
    otherSite.assertStatus(403)
    assert.equal((await second('')).status, 422)
    assert.deepEqual((await client.get(`/api/auth/two-factor/session`)).body().data, { methods: [] })
  })
})

test.group('A token of somebody with two-factor', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const ask = (client: ApiClient, body: object) =>
    client.post('/api/auth/token').json({ email: 'bob@acme.test', password, ...body })

  test('needs the code beside the password', async ({ assert, client }) => {
    const { code } = await withTwoFactor(await bob())
    const without = await ask(client, {})
    const wrong = await ask(client, { code: code(40) })
    const right = await ask(client, { code: code() })
    const again = await ask(client, { code: code() })

    assert.deepEqual([without.status(), without.body().code], [401, 'E_CODE_REQUIRED'])
    wrong.assertStatus(422)
    right.assertStatus(200)
    assert.isString(right.body().data.token)
    again.assertStatus(422)
  })

  test('tells nobody without the password that there is one', async ({ assert, client }) => {
    await withTwoFactor(await bob())
    const answer = await ask(client, { password: 'not-the-password' })

    assert.equal(answer.body().code, 'E_INVALID_CREDENTIALS')
  })
})

test.group('Mails about two-factor', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function mailAbout(action: string) {
    const { mails } = mail.fake()
    const event = await db.from('ledger_events').where({ action }).orderBy('id', 'desc').firstOrFail()
    await deliverEvent({ eventId: event.id, subscriber: 'two-factor-mail' })
    const [sent] = mails.sent(() => true)
    mail.restore()
    return sent?.message
  }

  test('go to its owner when it is switched on, used without the app, and switched off', async ({
    assert,
  }) => {
    const user = await bob()
    const { recoveryCodes } = await withTwoFactor(user)
    const on = await mailAbout('user.two_factor_enabled')
    await new TwoFactor(user).take(recoveryCodes[0]!)
    const used = await mailAbout('user.recovery_code_used')
    await new TwoFactor(user).disable()
    const off = await mailAbout('user.two_factor_disabled')

    for (const message of [on, used, off]) message?.assertTo('bob@acme.test')
    on?.assertSubject('Two-factor was switched on')
    assert.include(String(used?.nodeMailerMessage.text), '9 recovery codes are left.')
    off?.assertSubject('Two-factor was switched off')
  })
})
