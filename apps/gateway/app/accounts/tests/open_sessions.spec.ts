import { randomUUID } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type User from '#accounts/models/user'
import { bob, charlie, login, xsrf } from '#tests/world'

const path = '/api/auth/sessions'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

/** A browser of this person's, signed in, as its cookie. */
async function browser(client: ApiClient, user: User, userAgent = firefox) {
  const answer = await login(client, user.email).header('user-agent', userAgent)
  return String(answer.cookie('gantry_session')?.value)
}

const list = async (client: ApiClient, session: string) =>
  (await client.get(path).withCookie('gantry_session', session)).body().data as Record<string, unknown>[]

const isSignedIn = async (client: ApiClient, session: string) =>
  (await client.get('/api/auth/me').withCookie('gantry_session', session)).status() === 200

async function end(client: ApiClient, session: string, id = '') {
  const csrf = await client.get('/api/auth/csrf').withCookie('gantry_session', session)
  return client
    .delete(`${path}/${id}`)
    .withCookie('gantry_session', session)
    .header('x-xsrf-token', xsrf(csrf.headers()))
}

test.group('Open sessions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  // Sessions outlive the transaction: the person's earlier ones end with another epoch.
  group.each.setup(async () => {
    for (const user of [await bob(), await charlie()])
      await user.merge({ sessionEpoch: Math.floor(Math.random() * 1e9) }).save()
  })

  test('say what each is, and which is this one', async ({ assert, client }) => {
    const phone = await browser(client, await bob(), safari)
    const desk = await browser(client, await bob())
    const sessions = await list(client, desk)

    assert.lengthOf(sessions, 2)
    assert.containsSubset(sessions[0], {
      browser: 'Firefox 140',
      system: 'Linux',
      kind: 'desktop',
      current: true,
    })
    assert.containsSubset(sessions[1], {
      browser: 'Safari 18',
      system: 'iOS',
      kind: 'mobile',
      current: false,
    })
    assert.isString(sessions[0]?.ip)
    assert.notInclude(JSON.stringify(sessions), phone)
  })

  test('are counted no longer once somebody has signed out', async ({ assert, client }) => {
    const user = await bob()
    const names = `sessions:${user.id}`
    const desk = await browser(client, user)
    const before = await redis.zcard(names)
    const csrf = await client.get('/api/auth/csrf').withCookie('gantry_session', desk)
    const token = xsrf(csrf.headers())
    const out = await client
      .post('/api/auth/logout')
      .withCookie('gantry_session', desk)
      .header('x-xsrf-token', token)

    out.assertStatus(204)
    assert.equal(await redis.zcard(names), before - 1)
  })

  test('one can be ended, and then is gone for good', async ({ assert, client }) => {
    const phone = await browser(client, await bob(), safari)
    const desk = await browser(client, await bob())
    const id = String((await list(client, phone)).find(({ current }) => current)?.id)
    const [ended, again] = [await end(client, desk, id), await end(client, desk, id)]
    const event = await db.from('ledger_events').where({ action: 'user.session_ended' }).first()

    ended.assertStatus(204)
    again.assertStatus(404)
    assert.isFalse(await isSignedIn(client, phone))
    assert.isTrue(await isSignedIn(client, desk))
    assert.lengthOf(await list(client, desk), 1)
    assert.containsSubset(event.metadata, { browser: 'Safari 18', system: 'iOS' })
  })

  test('all others can be ended, tokens with them', async ({ assert, client }) => {
    const phone = await browser(client, await bob(), safari)
    const desk = await browser(client, await bob())
    const answer = await end(client, desk)
    const renewed = String(answer.cookie('gantry_session')?.value)

    answer.assertStatus(204)
    assert.isFalse(await isSignedIn(client, phone))
    assert.isFalse(await isSignedIn(client, desk))
    assert.isTrue(await isSignedIn(client, renewed))
    assert.containsSubset(await list(client, renewed), [{ browser: 'Firefox 140', current: true }])
  })

  test('of another person are unknown', async ({ assert, client }) => {
    const theirs = await browser(client, await charlie())
    const own = await browser(client, await bob())
    const id = String((await list(client, theirs))[0]?.id)

    const [foreign, unknown] = [await end(client, own, id), await end(client, own, 'm'.repeat(43))]
    foreign.assertStatus(404)
    unknown.assertStatus(404)
    assert.isTrue(await isSignedIn(client, theirs))
  })

  test('need a session, the CSRF token and a well-formed name', async ({ client }) => {
    const own = await browser(client, await bob())

    ;(await client.get(path)).assertStatus(401)
    ;(await client.delete(path).withCookie('gantry_session', own)).assertStatus(403)
    ;(await end(client, own, randomUUID())).assertStatus(422)
  })
})
