import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import Identity from '#accounts/models/identity'
import type User from '#accounts/models/user'
import env from '#start/env'
import { Browser } from '#tests/browser'
import { IdentityProvider, type Person } from '#tests/identity_provider'
import { alice, bob, confirmed } from '#tests/world'

const there = new IdentityProvider(`http://127.0.0.2:${env.get('PORT')}`)
const path = '/api/auth/identities'
const somebody: Person = { sub: '4711', email: 'alice@elsewhere.test', name: 'Alice', email_verified: true }

const location = (answer: { body: { data?: unknown } }) => (answer.body.data as { location: string }).location

/** Signs in and begins to connect; the way there is what the answer names. */
async function beginning(email: string, provider = 'google') {
  const browser = new Browser()
  await browser.signIn(email)
  return { browser, way: location(await browser.send('POST', path, { provider })) }
}

const kept = async () => (await Identity.query().orderBy('createdAt')).map(({ email }) => email)

test.group('Connected accounts', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const provider of ['google', 'github', 'oidc']) {
    test(`${provider} is connected, then signs in`, async ({ assert }) => {
      const { browser, way } = await beginning('alice@acme.test', provider)
      const answer = await browser.visit(there.approve((await browser.visit(way)).location, somebody))
      const list = await browser.visit(path)
      const other = new Browser()
      const { location: again } = await other.visit(`/api/auth/providers/${provider}/redirect`)
      await other.visit(there.approve(again, somebody))

      assert.equal(answer.location, '/dashboard/settings/security')
      assert.containsSubset(list.body.data, [{ provider, email: somebody.email }])
      assert.equal((await other.me())?.email, 'alice@acme.test')
    })
  }

  test('connecting is recorded, and told by mail', async ({ assert }) => {
    const { browser, way } = await beginning('alice@acme.test')
    await browser.visit(there.approve((await browser.visit(way)).location, somebody))
    const event = await db.from('ledger_events').where({ action: 'user.identity_connected' }).firstOrFail()

    assert.containsSubset(event.metadata, { provider: 'google', email: somebody.email })
    const due = await db.from('ledger_deliveries').where('event_id', event.id)

    assert.equal(event.actor_id, (await alice()).id)
    assert.deepEqual(
      due.map(({ subscriber }) => subscriber),
      ['identity-mail'],
    )
  })

  test('connecting the same again changes nothing', async ({ assert }) => {
    for (let time = 0; time < 2; time += 1) {
      const { browser, way } = await beginning('alice@acme.test')
      const answer = await browser.visit(there.approve((await browser.visit(way)).location, somebody))
      assert.equal(answer.location, '/dashboard/settings/security')
    }
    assert.lengthOf(await kept(), 1)
  })

  test('another’s cannot be taken over', async ({ assert }) => {
    const first = await beginning('alice@acme.test')
    await first.browser.visit(there.approve((await first.browser.visit(first.way)).location, somebody))
    const { browser, way } = await beginning('bob@acme.test')
    const answer = await browser.visit(there.approve((await browser.visit(way)).location, somebody))

    assert.match(answer.location, /^\/dashboard\/settings\/security\?problem=E_IDENTITY_TAKEN/)
    assert.equal((await Identity.firstOrFail()).userId, (await alice()).id)
  })

  test('a second at the same provider is refused', async ({ assert }) => {
    const first = await beginning('alice@acme.test')
    await first.browser.visit(there.approve((await first.browser.visit(first.way)).location, somebody))
    const { browser, way } = await beginning('alice@acme.test')
    const answer = await browser.visit(
      there.approve((await browser.visit(way)).location, { ...somebody, sub: '4712' }),
    )

    assert.match(answer.location, /problem=E_ALREADY_CONNECTED/)
    assert.lengthOf(await kept(), 1)
  })

  test('only the person who began it can finish it', async ({ assert }) => {
    const mallory = await beginning('bob@acme.test')
    const back = there.approve((await mallory.browser.visit(mallory.way)).location, somebody)
    const victim = new Browser()
    await victim.signIn('alice@acme.test')
    const answer = await victim.visit(back)

    assert.match(answer.location, /problem=E_IDENTITY_UNPROVEN/)
    assert.deepEqual(await kept(), [])
  })

  test('who has been replaced at the keyboard connects nothing', async ({ assert }) => {
    const { browser, way } = await beginning('bob@acme.test')
    const back = there.approve((await browser.visit(way)).location, somebody)
    await browser.signIn('alice@acme.test')
    const answer = await browser.visit(back)

    assert.match(answer.location, /problem=E_IDENTITY_UNPROVEN/)
    assert.deepEqual(await kept(), [])
  })

  test('who has signed out meanwhile connects nothing', async ({ assert }) => {
    const { browser, way } = await beginning('bob@acme.test')
    const back = there.approve((await browser.visit(way)).location, somebody)
    browser.forget('gantry_session')
    const answer = await browser.visit(back)

    assert.match(answer.location, /problem=E_UNAUTHORIZED_ACCESS/)
    assert.deepEqual(await kept(), [])
  })

  test('a link alone connects nothing, it signs in', async ({ assert }) => {
    const { browser } = await beginning('alice@acme.test')
    const { location: away } = await browser.visit('/api/auth/providers/google/redirect')
    await browser.visit(there.approve(away, somebody))

    assert.equal((await browser.me())?.email, somebody.email)
    assert.notEqual((await Identity.firstOrFail()).userId, (await alice()).id)
  })

  test('connecting needs a recent confirmation, a token of the page, and a provider that is on', async ({
    assert,
    client,
  }) => {
    const user = await alice()
    const stale = await client.post(path).loginAs(user).withCsrfToken().json({ provider: 'google' })
    const foreign = await client
      .post(path)
      .loginAs(user)
      .withSession(confirmed())
      .json({ provider: 'google' })
    const unknown = await client
      .post(path)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .json({ provider: 'facebook' })
    const nothing = await client.post(path).loginAs(user).withSession(confirmed()).withCsrfToken().json({})

    stale.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    foreign.assertBodyContains({ code: 'E_BAD_CSRF_TOKEN' })
    unknown.assertBodyContains({ code: 'E_UNKNOWN_PROVIDER' })
    nothing.assertStatus(422)
    assert.deepEqual(await kept(), [])
  })

  test('visitors have none', async ({ client }) => {
    ;(await client.get(path)).assertStatus(401)
    ;(await client.post(path).withCsrfToken().json({ provider: 'google' })).assertStatus(401)
    ;(await client.delete(`${path}/${crypto.randomUUID()}`).withCsrfToken()).assertStatus(401)
  })
})

test.group('Disconnecting', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const connected = async (user: User, provider: 'google' | 'github' = 'google') =>
    Identity.create({ userId: user.id, provider, issuer: provider, subject: user.id, email: user.email })

  test('takes the account away, and is recorded', async ({ assert, client }) => {
    const user = await alice()
    const { id } = await connected(user)
    const disconnect = () =>
      client.delete(`/api/auth/identities/${id}`).loginAs(user).withSession(confirmed()).withCsrfToken()
    const answer = await disconnect()
    const event = await db.from('ledger_events').where({ action: 'user.identity_disconnected' }).firstOrFail()

    answer.assertStatus(204)
    ;(await disconnect()).assertStatus(404)
    assert.isNull(await Identity.find(id))
    assert.equal(event.subject_id, user.id)
  })

  test('the only way in stays', async ({ assert, client }) => {
    const user = await (await alice()).merge({ password: null }).save()
    const [one, other] = [await connected(user), await connected(user, 'github')]
    const disconnect = ({ id }: Identity) =>
      client.delete(`/api/auth/identities/${id}`).loginAs(user).withSession(confirmed()).withCsrfToken()
    ;(await disconnect(one)).assertStatus(204)
    const answer = await disconnect(other)

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_LAST_WAY_IN')
    assert.isNotNull(await Identity.find(other.id))
  })

  test('another’s is as unknown as one that does not exist', async ({ assert, client }) => {
    const { id } = await connected(await alice())
    for (const wanted of [id, crypto.randomUUID()]) {
      const answer = await client
        .delete(`${path}/${wanted}`)
        .loginAs(await bob())
        .withSession(confirmed())
        .withCsrfToken()
      answer.assertStatus(404)
    }
    assert.isNotNull(await Identity.find(id))
  })

  test('needs a recent confirmation', async ({ assert, client }) => {
    const user = await alice()
    const { id } = await connected(user)
    const answer = await client.delete(`/api/auth/identities/${id}`).loginAs(user).withCsrfToken()

    answer.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    assert.isNotNull(await Identity.find(id))
  })
})
