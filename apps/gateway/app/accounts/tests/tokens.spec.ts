import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import env from '#start/env'
import { alice, bearer, login } from '#tests/world'

const home = `http://${env.get('HOST')}:${env.get('PORT')}`

test.group('Access tokens', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stand for a person, and verify with the published keys', async ({ assert, client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const me = await client.get('/api/auth/me').headers(headers)
    const { body } = { body: (await client.get('/api/auth/jwks.json')).body() }
    const token = headers.authorization.slice(7)
    const { payload } = await jwtVerify(token, createLocalJWKSet(body), { algorithms: ['EdDSA'] })

    assert.equal(me.body().data.email, 'alice@acme.test')
    assert.equal(payload.sub, (await alice()).id)
    assert.equal(Number(payload.exp) - Number(payload.iat), 900)
  })

  test('a wrong password gets none', async ({ client }) => {
    const answer = await client.post('/api/auth/token').json({ email: 'alice@acme.test', password: 'nope' })
    answer.assertStatus(401)
  })

  test('neither credentials nor a session: none', async ({ client }) => {
    const answer = await client.post('/api/auth/token').json({})
    answer.assertStatus(401)
  })

  test('a tampered or empty one is refused, also beside a good session', async ({ assert, client }) => {
    const session = (await login(client, 'alice@acme.test')).cookie('gantry_session')?.value
    const { authorization } = await bearer(client, 'alice@acme.test')
    const me = (header: string) =>
      client.get('/api/auth/me').withCookie('gantry_session', session).header('authorization', header)
    const tampered = await me(`${authorization.slice(0, -6)}AAAAAA`)
    const empty = await me('Bearer')

    tampered.assertStatus(401)
    empty.assertStatus(401)
    assert.equal((await me('Basic YTpi')).status(), 200)
  })

  test('are read in any capitals, and one a request', async ({ assert, client }) => {
    const { authorization } = await bearer(client, 'alice@acme.test')
    const token = authorization.slice(7)
    const ask = async (...headers: string[]) => {
      const outgoing = request(`${home}/api/auth/me`, { headers: ['host', 'localhost', ...headers] })
      const [answer] = (await once(outgoing.end(), 'response')) as [IncomingMessage]
      return [answer.statusCode, (await json(answer)) as { code?: string }] as const
    }

    for (const name of ['Authorization', 'AUTHORIZATION', 'aUtHoRiZaTiOn'])
      assert.equal((await ask(name, `bEaReR ${token}`))[0], 200, name)
    for (const other of [authorization, 'Bearer x', 'Basic YTpi', '']) {
      for (const both of [
        [authorization, other],
        [other, authorization],
      ]) {
        const [status, { code }] = await ask('Authorization', both[0]!, 'authorization', both[1]!)
        assert.deepEqual([status, code], [400, 'E_BAD_REQUEST'], both.join(' | '))
      }
    }
  })

  test('need no CSRF token and touch no session', async ({ assert, client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const answer = await client.patch('/api/user/me').headers(headers).json({ fullName: 'Alice A.' })

    answer.assertStatus(200)
    assert.notProperty(answer.headers(), 'set-cookie')
  })

  test('end with a logout', async ({ client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const logout = await client.post('/api/auth/logout').headers(headers)
    const me = await client.get('/api/auth/me').headers(headers)

    logout.assertStatus(204)
    me.assertStatus(401)
  })

  test('end with the session they came from', async ({ assert, client }) => {
    const user = await alice()
    const answer = await client.post('/api/auth/token').loginAs(user).withCsrfToken()
    answer.assertStatus(200)
    const headers = { authorization: `Bearer ${answer.body().data.token}` }
    const good = await client.get('/api/auth/me').headers(headers)

    const { default: redis } = await import('@adonisjs/redis/services/main')
    await redis.del(String(decodeJwt(answer.body().data.token).anchor))
    const ended = await client.get('/api/auth/me').headers(headers)

    assert.equal(good.status(), 200)
    ended.assertStatus(401)
  })

  test('end with the password', async ({ client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    await (await alice()).changePassword('another-horse-10')
    const me = await client.get('/api/auth/me').headers(headers)

    me.assertStatus(401)
  })
})
