import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#accounts/models/user'
import type Organization from '#organizations/models/organization'
import { eventsOf } from '#organizations/tests/world'
import { type Ceremony, SoftAuthenticator } from '#tests/authenticator'
import { Browser } from '#tests/browser'
import { acme, ada, alice, bearer, bob, charlie, confirmed, globex, keyFor } from '#tests/world'

const path = ({ id }: Organization) => `/api/organizations/${id}/two-factor`
const change = (client: ApiClient, user: User, there: Organization, method: 'post' | 'delete' = 'post') =>
  client[method](path(there)).loginAs(user).withSession(confirmed()).withCsrfToken()

/** What counts is that it is on; that it is asked for when somebody signs in is told elsewhere. */
const withTwoFactor = (user: User) => user.merge({ twoFactorEnabledAt: DateTime.utc() }).save()

async function required() {
  const organization = await acme()
  await organization.merge({ requiresTwoFactor: true }).save()
  return organization
}

/** Somebody signed in by their password, who then adds a passkey in another browser. */
async function withPasskey(user: User) {
  const [browser, device] = [new Browser(), new SoftAuthenticator()]
  await browser.signIn(user.email)
  const options = await browser.send('POST', '/api/auth/passkeys/options')
  const credential = device.create(options.body.data as Ceremony & { user: { id: string } })
  await browser.send('POST', '/api/auth/passkeys', { name: 'Phone', credential })
  const proof = async (there: Browser) =>
    device.get((await there.send('POST', '/api/auth/passkeys/challenge')).body.data as Ceremony)
  return { browser, proof }
}

test.group('Requiring two-factor of members', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is an owner’s, recorded, and taken back', async ({ assert, client }) => {
    const [organization, user] = [await acme(), await withTwoFactor(await alice())]
    for (let round = 0; round < 2; round++)
      (await change(client, user, organization)).assertBodyContains({ data: { requiresTwoFactor: true } })
    const released = await change(client, user, organization, 'delete')

    released.assertBodyContains({ data: { requiresTwoFactor: false } })
    assert.deepEqual(
      (await eventsOf(organization)).map(([action]) => action).filter((action) => action.includes('two_')),
      ['organization.two_factor_required', 'organization.two_factor_released'],
    )
  })

  test('is refused to an owner who has no second factor', async ({ assert, client }) => {
    const organization = await acme()
    const answer = await change(client, await alice(), organization)

    answer.assertStatus(409)
    answer.assertBodyContains({ code: 'E_NO_SECOND_FACTOR' })
    assert.isFalse((await organization.refresh()).requiresTwoFactor)
  })

  test('is nobody else’s', async ({ assert, client }) => {
    const organization = await acme()
    ;(await client.post(path(organization)).withCsrfToken()).assertStatus(401)
    ;(await change(client, await withTwoFactor(await ada()), organization)).assertStatus(403)
    ;(await change(client, await withTwoFactor(await charlie()), organization)).assertStatus(404)
    const unconfirmed = await client
      .post(path(organization))
      .loginAs(await withTwoFactor(await alice()))
      .withCsrfToken()

    unconfirmed.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    assert.isFalse((await organization.refresh()).requiresTwoFactor)
  })
})

test.group('A member without a second factor', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is refused by everything of that organization', async ({ assert, client }) => {
    const { id, name } = await required()
    for (const user of [await alice(), await bob()]) {
      for (const address of [`/api/organizations/${id}`, '/api/billing/subscriptions', '/api/audit']) {
        const answer = await client.get(address).loginAs(user)
        answer.assertStatus(403)
        answer.assertBodyContains({ code: 'E_TWO_FACTOR_REQUIRED' })
      }
    }
    const renaming = await client
      .patch(`/api/organizations/${id}`)
      .loginAs(await alice())
      .withCsrfToken()
      .json({ name: 'Other' })

    renaming.assertStatus(403)
    assert.equal((await acme()).name, name)
  })

  test('is refused by token as well', async ({ client }) => {
    await required()
    const headers = await bearer(client, 'bob@acme.test')
    const answer = await client.get('/api/billing/subscriptions').headers(headers)
    answer.assertStatus(403)
    answer.assertBodyContains({ code: 'E_TWO_FACTOR_REQUIRED' })
  })

  test('keeps their account, other organizations, and the way out', async ({ assert, client }) => {
    const [organization, other, user] = [await required(), await globex(), await bob()]
    await other.related('memberships').create({ userId: user.id, role: 'viewer' })
    const me = await client.get('/api/auth/me').loginAs(user)
    const choice = await client
      .put('/api/organizations/active')
      .loginAs(user)
      .withCsrfToken()
      .json({ organizationId: other.id })

    assert.containsSubset(me.body().data.organization, { slug: 'acme', needsSecondFactor: true })
    assert.isEmpty(me.body().data.permissions)
    choice.assertStatus(200)
    for (const address of ['/api/auth/sessions', '/api/auth/two-factor', `/api/organizations/${other.id}`])
      (await client.get(address).loginAs(user)).assertStatus(200)
    const leaving = client.delete(`/api/organizations/${organization.id}/membership`)
    ;(await leaving.loginAs(user).withCsrfToken()).assertStatus(204)
  })

  test('is let in with two-factor on', async ({ assert, client }) => {
    await required()
    const user = await withTwoFactor(await bob())
    const me = await client.get('/api/auth/me').loginAs(user)

    assert.isFalse(me.body().data.organization.needsSecondFactor)
    assert.include(me.body().data.permissions, 'organization.read')
    ;(await client.get('/api/billing/subscriptions').loginAs(user)).assertStatus(200)
  })

  test('is let in by a passkey, also with a token, but not by the password alone', async ({
    assert,
    client,
  }) => {
    await required()
    const user = await bob()
    const plan = '/api/billing/subscriptions'
    const { browser, proof } = await withPasskey(user)
    const visitor = new Browser()
    await visitor.signIn(user.email)

    assert.equal((await browser.visit(plan)).status, 200)
    assert.equal((await visitor.visit(plan)).status, 403)
    await visitor.send('POST', '/api/auth/confirmation/passkey', { credential: await proof(visitor) })
    assert.equal((await visitor.visit(plan)).status, 200)

    const guest = new Browser()
    await guest.send('POST', '/api/auth/passkeys/session', { credential: await proof(guest) })
    assert.equal((await guest.visit(plan)).status, 200)
    const { token } = (await guest.send('POST', '/api/auth/token')).body.data as { token: string }
    ;(await client.get(plan).bearerToken(token)).assertStatus(200)
    ;(await client.get(plan).headers(await bearer(client, user.email))).assertStatus(403)
  })

  test('is kept out again once their last passkey is gone', async ({ assert }) => {
    await required()
    const { browser } = await withPasskey(await bob())
    const [passkey] = (await browser.visit('/api/auth/passkeys')).body.data as { id: string }[]
    const removal = await browser.send('DELETE', `/api/auth/passkeys/${passkey!.id}`)

    assert.equal(removal.status, 204)
    assert.equal((await browser.visit('/api/billing/subscriptions')).status, 403)
  })

  test('is shown to those who look after the members', async ({ assert, client }) => {
    const organization = await acme()
    await withTwoFactor(await alice())
    await withPasskey(await bob())
    const answer = await client.get(`/api/organizations/${organization.id}/members`).loginAs(await ada())
    const shown = answer.body().data as { email: string; hasSecondFactor: boolean }[]

    assert.sameMembers(
      shown.filter(({ hasSecondFactor }) => hasSecondFactor).map(({ email }) => email),
      ['alice@acme.test', 'bob@acme.test'],
    )
  })

  test('keeps a key out whose creator has no second factor, and no other', async ({ client }) => {
    const organization = await required()
    const [kept, other] = [await keyFor(await ada(), organization), await keyFor(await alice(), organization)]
    await withTwoFactor(await alice())
    const ask = (headers: Record<string, string>) =>
      client.get(`/api/organizations/${organization.id}`).headers(headers)

    const refused = await ask(kept.headers)
    refused.assertStatus(403)
    refused.assertBodyContains({ code: 'E_TWO_FACTOR_REQUIRED' })
    ;(await ask(other.headers)).assertStatus(200)
  })
})
