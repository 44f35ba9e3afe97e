import testUtils from '@adonisjs/core/services/test_utils'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import { sessionName, sessionsKey } from '#core/session/redis_session_store'
import env from '#start/env'
import { Browser } from '#tests/browser'
import { alice, bearer, login, password, stranger, xsrf } from '#tests/world'

test.group('Sessions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('begin with the right password', async ({ assert, client }) => {
    const answer = await login(client, ' Alice@ACME.test ')

    answer.assertStatus(200)
    assert.equal(answer.body().data.user.email, 'alice@acme.test')
    assert.notProperty(answer.body().data.user, 'password')

    const session = answer.cookie('gantry_session')
    assert.isTrue(session?.httpOnly)
    const me = await client.get('/api/auth/me').withCookie('gantry_session', session?.value)
    assert.equal(me.body().data.organization.slug, 'acme')
  })

  test('a wrong password and an unknown account get the same answer', async ({ assert, client }) => {
    const wrong = await login(client, 'alice@acme.test', 'not-her-password')
    const unknown = await login(client, stranger().email)

    wrong.assertStatus(401)
    unknown.assertStatus(401)
    assert.equal(wrong.body().code, 'E_INVALID_CREDENTIALS')
    assert.equal(wrong.body().error, unknown.body().error)
  })

  test('a disabled person cannot begin one, and loses those begun', async ({ client }) => {
    const user = await alice()
    await user.merge({ disabledAt: user.createdAt }).save()

    const refused = await login(client, user.email)
    const me = await client.get('/api/auth/me').loginAs(user)

    refused.assertStatus(401)
    me.assertStatus(401)
  })

  test('need a CSRF token to begin', async ({ client }) => {
    const answer = await client.post('/api/auth/login').json({ email: 'alice@acme.test', password })

    answer.assertStatus(403)
    answer.assertBodyContains({ success: false, code: 'E_BAD_CSRF_TOKEN' })
  })

  test('are changed by a token of their own, and of no other', async ({ assert, client }) => {
    const begin = async () => {
      const session = (await login(client, 'alice@acme.test')).cookie('gantry_session')?.value
      const answer = await client.get('/api/auth/csrf').withCookie('gantry_session', session)
      return { session, token: xsrf(answer.headers()) }
    }
    const [own, other] = [await begin(), await begin()]
    const rename = (token: string) =>
      client
        .patch('/api/user/me')
        .withCookie('gantry_session', own.session)
        .header('x-xsrf-token', token)
        .json({ fullName: 'Mallory' })

    for (const token of ['', 'made-up', other.token]) {
      const answer = await rename(token)
      answer.assertStatus(403)
      answer.assertBodyContains({ code: 'E_BAD_CSRF_TOKEN' })
    }
    assert.notEqual((await alice()).fullName, 'Mallory')
    ;(await rename(own.token)).assertStatus(200)
  })

  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
    test(`are not changed by a form of another site as ${type}`, async ({ assert }) => {
      const browser = new Browser()
      await browser.signIn('alice@acme.test')
      const forged = await browser.forge('PATCH', '/api/user/me', type, 'fullName=Mallory')
      const posted = await browser.forge('POST', '/api/organizations', type, 'name=Mallory')

      assert.deepEqual([forged, posted], ['E_BAD_CSRF_TOKEN', 'E_BAD_CSRF_TOKEN'])
      assert.notEqual((await alice()).fullName, 'Mallory')
    })
  }

  test('take no other method from a field or a header', async ({ assert, client }) => {
    const user = await alice()
    const override = {
      'x-http-method-override': 'PATCH',
      'x-method-override': 'PATCH',
      'x-http-method': 'PATCH',
    }
    const posted = await client
      .post('/api/user/me?_method=PATCH')
      .headers(override)
      .loginAs(user)
      .withCsrfToken()
      .json({ _method: 'PATCH', fullName: 'Mallory' })
    const read = await client
      .get('/api/user/me?_method=PATCH&fullName=Mallory')
      .headers(override)
      .loginAs(user)
      .withCsrfToken()

    posted.assertStatus(404)
    read.assertStatus(200)
    assert.notEqual((await alice()).fullName, 'Mallory')
  })

  test('make no sense together with a bearer token', async ({ client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const answer = await client
      .post('/api/auth/login')
      .headers(headers)
      .json({ email: 'alice@acme.test', password })

    answer.assertStatus(400)
  })

  test('right passwords are never counted', async ({ client }) => {
    for (let attempt = 0; attempt < 12; attempt += 1) (await login(client, 'bob@acme.test')).assertStatus(200)
  })

  test('a read neither writes the session nor sends a cookie', async ({ assert, client }) => {
    const session = (await login(client, 'alice@acme.test')).cookie('gantry_session')?.value
    const writes = await lastWritten(session)
    const answer = await client.get('/api/auth/me').withCookie('gantry_session', session)

    answer.assertStatus(200)
    assert.notProperty(answer.headers(), 'set-cookie')
    assert.equal(await lastWritten(session), writes)
  })

  test('a genuine cookie vouches for no other', async ({ assert, client }) => {
    const cookies = [(await login(client, 'alice@acme.test')).headers()['set-cookie']].flat()
    const genuine = cookies.find((cookie) => cookie?.startsWith('gantry_session='))?.split(';')[0] ?? ''
    const [payload, signature = ''] = genuine.split('.')
    const forged = `${payload}.${[...signature].reverse().join('')}`
    const me = (cookie: string) =>
      fetch(`http://${env.get('HOST')}:${env.get('PORT')}/api/auth/me`, { headers: { cookie } })

    assert.equal((await me(genuine)).status, 200)
    assert.equal((await me(forged)).status, 401)
    assert.equal((await me(genuine)).status, 200)
  })

  test('who has no cookie gets none and leaves nothing behind', async ({ assert, client }) => {
    const before = await redis.dbsize()
    const answer = await client.get('/api/auth/me')

    answer.assertStatus(401)
    assert.notProperty(answer.headers(), 'set-cookie')
    assert.equal(await redis.dbsize(), before)
  })

  test('end at once', async ({ assert, client }) => {
    const session = (await login(client, 'alice@acme.test')).cookie('gantry_session')?.value
    const csrf = await client.get('/api/auth/csrf').withCookie('gantry_session', session)
    const answer = await client
      .post('/api/auth/logout')
      .withCookie('gantry_session', session)
      .header('x-xsrf-token', xsrf(csrf.headers()))
    const me = await client.get('/api/auth/me').withCookie('gantry_session', session)

    csrf.assertStatus(204)
    answer.assertStatus(204)
    assert.equal(answer.cookie('gantry_session')?.maxAge, 0)
    me.assertStatus(401)
  })

  test('once ended, leave their cookie nothing to bring back', async ({ assert, client }) => {
    const session = (await login(client, 'alice@acme.test')).cookie('gantry_session')?.value
    const csrf = await client.get('/api/auth/csrf').withCookie('gantry_session', session)
    const token = await client
      .post('/api/auth/token')
      .withCookie('gantry_session', session)
      .header('x-xsrf-token', xsrf(csrf.headers()))
    const headers = { authorization: `Bearer ${token.body().data.token}` }
    await client.post('/api/auth/logout').headers(headers)

    const begun = await client.get('/api/auth/csrf').withCookie('gantry_session', session)
    const me = await client.get('/api/auth/me').headers(headers)

    begun.assertStatus(204)
    assert.notEqual(begun.cookie('gantry_session')?.value, session)
    me.assertStatus(401)
  })
})

/** The millisecond in which a session of Alice's was written last. */
const lastWritten = async (session: string) =>
  redis.zscore(sessionsKey((await alice()).id), sessionName(session))
