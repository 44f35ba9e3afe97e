import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import { sessionKey } from '#core/session/redis_session_store'
import { alice, bob, confirmed, globex, login, password, stranger } from '#tests/world'

const cookieOf = (answer: { cookie(name: string): { value?: unknown } | undefined }) =>
  String(answer.cookie('gantry_session')?.value)

async function valuesOf(session: string) {
  const stored = await redis.get(sessionKey(session))
  return stored ? (JSON.parse(stored) as { values: { device: { signedInAt: string } } }).values : null
}

test.group('Signing in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leaves nothing of the session it began in', async ({ assert, client }) => {
    const [planted, { id: organizationId }] = ['planted-by-mallory', await globex()]
    const answer = await client
      .post('/api/auth/login')
      .withCookie('gantry_session', planted)
      .withSession({ organizationId })
      .withCsrfToken()
      .json({ email: 'alice@acme.test', password })
    const me = await client.get('/api/auth/me').withCookie('gantry_session', cookieOf(answer))

    assert.notEqual(cookieOf(answer), planted)
    assert.isNull(await valuesOf(planted))
    assert.equal(me.body().data.organization.slug, 'acme')
  })

  test('notes the device, and is recorded with its method', async ({ assert, client }) => {
    const answer = await client
      .post('/api/auth/login')
      .withCsrfToken()
      .header('user-agent', 'Lynx/2.8')
      .json({ email: 'alice@acme.test', password })
    const values = await valuesOf(cookieOf(answer))
    const event = await db
      .from('ledger_events')
      .where({ action: 'user.logged_in', subject_id: (await alice()).id })
      .orderBy('id', 'desc')
      .firstOrFail()

    assert.containsSubset(values?.device, { userAgent: 'Lynx/2.8', ip: '127.0.0.1' })
    assert.closeTo(Date.parse(values?.device.signedInAt ?? ''), Date.now(), 10_000)
    assert.deepEqual(event.metadata, { method: 'password' })
    assert.equal(event.actor_id, (await alice()).id)
  })

  test('registering is one way to do it', async ({ assert, client }) => {
    const answer = await client.post('/api/auth/register').withCsrfToken().json(stranger())
    const event = await db
      .from('ledger_events')
      .where({ action: 'user.logged_in', subject_id: answer.body().data.user.id })
      .firstOrFail()

    assert.deepEqual(event.metadata, { method: 'registration' })
  })

  for (const remember of [true, false]) {
    test(`the cookie ${remember ? 'outlives' : 'ends with'} the browser`, async ({ assert, client }) => {
      const answer = await client
        .post('/api/auth/login')
        .withCsrfToken()
        .json({ email: 'alice@acme.test', password, remember })

      assert.equal(Boolean(answer.cookie('gantry_session')?.maxAge), remember)
    })
  }
})

test.group('Confirming who one is', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lasts ten minutes after signing in', async ({ assert, client }) => {
    const session = cookieOf(await login(client, 'alice@acme.test'))
    const answer = await client.get('/api/auth/confirmation').withCookie('gantry_session', session)

    answer.assertStatus(200)
    assert.closeTo(Date.parse(answer.body().data.confirmedUntil) - Date.now(), 600_000, 10_000)
  })

  for (const age of [600_001, -3_600_000]) {
    test(`one of ${age} ms ago is none`, async ({ assert, client }) => {
      const answer = await client
        .get('/api/auth/confirmation')
        .loginAs(await alice())
        .withSession({ confirmedAt: Date.now() - age })

      assert.isNull(answer.body().data.confirmedUntil)
    })
  }

  test('is noted in the session', async ({ assert, client }) => {
    const answer = await client
      .get('/api/auth/confirmation')
      .loginAs(await alice())
      .withSession(confirmed())

    assert.isString(answer.body().data.confirmedUntil)
  })

  test('is done again with the password', async ({ assert, client }) => {
    const user = await alice()
    const answer = await client
      .post('/api/auth/confirmation')
      .loginAs(user)
      .withCsrfToken()
      .json({ password })
    const after = await client.get('/api/auth/confirmation').withCookie('gantry_session', cookieOf(answer))

    answer.assertStatus(200)
    assert.isString(after.body().data.confirmedUntil)
  })

  test('with another’s password it is not', async ({ assert, client }) => {
    const answer = await client
      .post('/api/auth/confirmation')
      .loginAs(await bob())
      .withCsrfToken()
      .json({ password: 'not-his-password' })
    const after = await client.get('/api/auth/confirmation').withCookie('gantry_session', cookieOf(answer))

    answer.assertStatus(422)
    assert.property(answer.body().details, 'password')
    assert.isNull(after.body().data?.confirmedUntil ?? null)
  })

  test('is nothing for visitors or other sites', async ({ client }) => {
    ;(await client.get('/api/auth/confirmation')).assertStatus(401)
    ;(await client.post('/api/auth/confirmation').withCsrfToken().json({ password })).assertStatus(401)
    const otherSite = await client
      .post('/api/auth/confirmation')
      .loginAs(await alice())
      .json({ password })
    otherSite.assertStatus(403)
  })
})
