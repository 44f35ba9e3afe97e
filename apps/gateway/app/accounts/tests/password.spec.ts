import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { Browser } from '#tests/browser'
import { alice, confirmed, login, password } from '#tests/world'

const path = '/api/auth/change-password'

test.group('Changing the password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('keeps this session and ends the others', async ({ assert, client }) => {
    const user = await alice()
    const answer = await client
      .post(path)
      .loginAs(user)
      .withCsrfToken()
      .json({ currentPassword: password, password: 'another-horse-10' })
    const here = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)
    const elsewhere = await client.get('/api/auth/me').loginAs(user)

    answer.assertStatus(200)
    here.assertStatus(200)
    elsewhere.assertStatus(401)
    assert.isTrue(await (await alice()).isPassword('another-horse-10'))
  })

  test('gives the session another id, and the former one opens nothing', async ({ assert }) => {
    const [browser, watching] = [new Browser(), new Browser()]
    await browser.signIn('alice@acme.test')
    watching.take('gantry_session', browser)
    const before = await watching.me()
    await browser.send('POST', path, { currentPassword: password, password: 'another-horse-10' })

    assert.equal(before?.email, 'alice@acme.test')
    assert.equal((await browser.me())?.email, 'alice@acme.test')
    assert.isNull(await watching.me())
  })

  test('needs the current one', async ({ assert, client }) => {
    const answer = await client
      .post(path)
      .loginAs(await alice())
      .withCsrfToken()
      .json({ currentPassword: 'a guess', password: 'another-horse-10' })

    answer.assertStatus(422)
    assert.property(answer.body().details, 'currentPassword')
    assert.isTrue(await (await alice()).isPassword(password))
  })

  for (const weak of [
    'short',
    'password123',
    'Summer2031!',
    'xyxyxyxyxyxyxy',
    'Alice-acme-7',
    'x'.repeat(129),
  ]) {
    test(`refuses ${weak.slice(0, 14)}`, async ({ assert, client }) => {
      const answer = await client
        .post(path)
        .loginAs(await alice())
        .withCsrfToken()
        .json({ currentPassword: password, password: weak })

      answer.assertStatus(422)
      assert.property(answer.body().details, 'password')
      assert.isTrue(await (await alice()).isPassword(password))
    })
  }

  test('is nothing for visitors or other sites', async ({ client }) => {
    const visitor = await client.post(path).withCsrfToken().json({})
    const otherSite = await client
      .post(path)
      .loginAs(await alice())
      .json({})

    visitor.assertStatus(401)
    otherSite.assertStatus(403)
  })

  test('cannot be done, nor anything confirmed, by who has none', async ({ assert, client }) => {
    const user = await alice()
    await user.merge({ password: null }).save()
    const change = await client
      .post(path)
      .loginAs(user)
      .withCsrfToken()
      .json({ currentPassword: '', password: 'another-horse-10' })
    const confirmation = await client
      .post('/api/auth/confirmation')
      .loginAs(user)
      .withCsrfToken()
      .json({ password })
    const me = await client.get('/api/auth/me').loginAs(user)

    change.assertStatus(422)
    confirmation.assertStatus(422)
    ;(await login(client, user.email)).assertStatus(401)
    assert.isNull((await alice()).password)
    assert.isFalse(me.body().data.hasPassword)
  })
})

test.group('A first password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const first = '/api/auth/password'
  const passwordless = async () => (await alice()).merge({ password: null }).save()

  test('is set by who has none, and signs in', async ({ assert, client }) => {
    const user = await passwordless()
    const answer = await client
      .post(first)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .json({ password: 'another-horse-10' })
    const here = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    answer.assertStatus(201)
    assert.isTrue(here.body().data.hasPassword)
    ;(await login(client, user.email, 'another-horse-10')).assertStatus(200)
  })

  test('is not a way around the one that is there', async ({ assert, client }) => {
    const answer = await client
      .post(first)
      .loginAs(await alice())
      .withSession(confirmed())
      .withCsrfToken()
      .json({ password: 'another-horse-10' })

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_PASSWORD_EXISTS')
    assert.isTrue(await (await alice()).isPassword(password))
  })

  test('needs a good one, a recent confirmation, and somebody signed in', async ({ assert, client }) => {
    const user = await passwordless()
    const set = (secret: string) => client.post(first).withCsrfToken().json({ password: secret })

    ;(await set('short').loginAs(user).withSession(confirmed())).assertStatus(422)
    const stale = await set('another-horse-10').loginAs(user)
    stale.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    ;(await set('another-horse-10')).assertStatus(401)
    assert.isNull((await alice()).password)
  })
})
