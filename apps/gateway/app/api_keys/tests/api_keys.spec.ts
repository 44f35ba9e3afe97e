import { createHash } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#accounts/models/user'
import ApiKey from '#api_keys/models/api_key'
import { scopes, scopesWithin } from '#api_keys/scopes'
import { limits } from '#config/api_keys'
import { acme, ada, alice, bob, charlie, confirmed, globex, keyFor } from '#tests/world'

const path = '/api/api-keys'

const wanted = (change: object = {}) => ({
  name: 'Deploy',
  scopes: ['organization.read', 'member.read'],
  expiresInDays: 90,
  ...change,
})

const create = (client: ApiClient, user: User, body: object = wanted()) =>
  client.post(path).loginAs(user).withSession(confirmed()).withCsrfToken().json(body)
const list = (client: ApiClient, user: User) => client.get(path).loginAs(user)
const revoke = (client: ApiClient, user: User, id: string) =>
  client.delete(`/api/api-keys/${id}`).loginAs(user).withCsrfToken()
const events = async (id: string) => db.from('ledger_events').where({ subject_id: id }).orderBy('id')

test.group('An organization’s API keys', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are shown once, kept as a hash, and recorded', async ({ assert, client }) => {
    const user = await ada()
    const answer = await create(client, user)
    const { secret } = answer.body().data
    const listed = await list(client, user)
    const key = await ApiKey.findOrFail(answer.body().data.id)
    const [event] = await events(key.id)

    answer.assertStatus(201)
    assert.match(secret, /^gantry_[0-9a-f]{12}_[\w-]{43}$/)
    assert.equal(key.hash, createHash('sha256').update(secret).digest('base64url'))
    assert.equal(listed.body().total, 1)
    assert.containsSubset(listed.body().data[0], {
      name: 'Deploy',
      prefix: secret.slice(0, 19),
      scopes: ['organization.read', 'member.read'],
      perMinute: limits.perMinute,
      createdBy: user.fullName,
      lastUsedAt: null,
      calls: 0,
      state: 'active',
    })
    assert.equal(Math.round(key.expiresAt!.diffNow('days').days), 90)
    assert.containsSubset(event, { action: 'api_key.created', actor_id: user.id, subject_id: key.id })
    for (const said of [listed.text(), JSON.stringify(event), JSON.stringify(key)])
      assert.notInclude(said, secret.slice(20))
    ;(await client.get(`/api/organizations/${(await acme()).id}`).bearerToken(secret)).assertStatus(200)
  })

  test('last for ever where somebody says so, and have the limit that was asked for', async ({
    assert,
    client,
  }) => {
    const answer = await create(client, await alice(), wanted({ expiresInDays: null, perMinute: 7 }))
    assert.containsSubset((await ApiKey.findOrFail(answer.body().data.id)).$attributes, {
      expiresAt: null,
      perMinute: 7,
    })
  })

  test('are made only by who has just confirmed who they are, and their address', async ({
    assert,
    client,
  }) => {
    const user = await alice()
    const unconfirmed = await client.post(path).loginAs(user).withCsrfToken().json(wanted())
    await user.merge({ emailVerifiedAt: null }).save()
    const unverified = await create(client, user)

    unconfirmed.assertStatus(403)
    assert.equal(unconfirmed.body().code, 'E_CONFIRMATION_REQUIRED')
    unverified.assertStatus(403)
    assert.equal(unverified.body().code, 'E_EMAIL_UNVERIFIED')
    assert.isEmpty(await ApiKey.all())
  })

  test('are for owners and admins of the organization alone', async ({ assert, client }) => {
    const { key } = await keyFor(await alice(), await acme())
    const calls = [
      () => client.get('/api/api-keys'),
      () => client.get('/api/api-keys/choices'),
      () => client.post('/api/api-keys').withSession(confirmed()).withCsrfToken().json(wanted()),
      () => client.delete(`/api/api-keys/${key.id}`).withCsrfToken(),
    ]
    const { id: another } = await acme()
    for (const call of calls) {
      const visitor = await call()
      const member = await call().loginAs(await bob())
      const stranger = await call()
        .loginAs(await charlie())
        .header('x-organization-id', another)
      visitor.assertStatus(401)
      member.assertStatus(403)
      stranger.assertStatus(404)
    }
    assert.isNull((await ApiKey.findOrFail(key.id)).revokedAt)
    assert.lengthOf(await ApiKey.all(), 1)
  })

  for (const [field, value] of [
    ['name', ' '],
    ['name', 'n'.repeat(61)],
    ['scopes', []],
    ['scopes', ['organization.delete']],
    ['scopes', ['api_key.manage']],
    ['scopes', ['single_sign_on.manage']],
    ['scopes', ['two_factor.require']],
    ['scopes', ['content.write']],
    ['scopes', ['member.read', 'member.read']],
    ['expiresInDays', 0],
    ['expiresInDays', 1.5],
    ['expiresInDays', undefined],
    ['perMinute', 0],
    ['perMinute', limits.mostPerMinute + 1],
  ] as const) {
    test(`do not take ${field} ${JSON.stringify(value)}`, async ({ assert, client }) => {
      const answer = await create(client, await alice(), wanted({ [field]: value }))
      answer.assertStatus(422)
      assert.match(Object.keys(answer.body().details)[0]!, new RegExp(`^${field}`))
      assert.isEmpty(await ApiKey.all())
    })
  }

  test('are given nothing that their creator may not do', async ({ assert, client }) => {
    const choices = await client.get('/api/api-keys/choices').loginAs(await ada())
    const { id, name, slug, logo } = await acme()
    const organization = { id, name, slug, logo, isDisabled: false, requiresTwoFactor: false }

    assert.deepEqual(choices.body().data, {
      scopes,
      perMinute: limits.perMinute,
      mostPerMinute: limits.mostPerMinute,
    })
    assert.deepEqual(scopesWithin({ role: 'viewer', organization }), [
      'organization.read',
      'member.read',
      'team.read',
      'billing.read',
    ])
  })

  test('are not more than an organization can have', async ({ assert, client }) => {
    const [user, organization] = [await alice(), await acme()]
    for (let made = 0; made < limits.keys; made += 1) await keyFor(user, organization)
    const refused = await create(client, user)

    refused.assertStatus(409)
    assert.equal(refused.body().code, 'E_API_KEY_LIMIT')
    assert.lengthOf(await ApiKey.all(), limits.keys)
    await (await ApiKey.query().firstOrFail()).revoke()
    ;(await create(client, user)).assertStatus(201)
  })

  test('are seen and revoked in their own organization alone', async ({ assert, client }) => {
    const { key } = await keyFor(await charlie(), await globex())
    const user = await alice()

    assert.isEmpty((await list(client, user)).body().data)
    ;(await revoke(client, user, key.id)).assertStatus(404)
    ;(await revoke(client, user, 'keys')).assertStatus(422)
    assert.isNull((await ApiKey.findOrFail(key.id)).revokedAt)
  })

  test('work no more once they are revoked, which is recorded once', async ({ assert, client }) => {
    const [user, organization] = [await alice(), await acme()]
    const { key, headers } = await keyFor(user, organization)
    const revoked = await revoke(client, await ada(), key.id)
    const again = await revoke(client, user, key.id)

    revoked.assertStatus(204)
    again.assertStatus(404)
    ;(await client.get(`/api/organizations/${organization.id}`).headers(headers)).assertStatus(401)
    assert.isEmpty((await list(client, user)).body().data)
    const actions = (await events(key.id)).map(({ action }) => action)
    assert.deepEqual(actions, ['api_key.created', 'api_key.revoked'])
  })

  test('say when they have expired, and when their creator is gone', async ({ assert, client }) => {
    const organization = await acme()
    const expired = await keyFor(await alice(), organization, { name: 'Expired', expiresInDays: 1 })
    await expired.key.merge({ expiresAt: DateTime.utc().minus({ seconds: 1 }) }).save()
    await keyFor(await ada(), organization, { name: 'Stopped' })
    await db
      .from('memberships')
      .where({ user_id: (await ada()).id })
      .delete()

    const { data } = (await list(client, await alice())).body()
    assert.deepEqual(
      data.map(({ name, state }: Record<string, string>) => [name, state]),
      [
        ['Stopped', 'stopped'],
        ['Expired', 'expired'],
      ],
    )
  })

  test('are part of what their creator can take away, without what could be used', async ({ assert }) => {
    const { default: collect } = await import('#api_keys/api_key_export')
    const user = await alice()
    const { key, secret } = await keyFor(user, await acme())
    const found = await collect(user)

    assert.containsSubset(found, [{ name: 'Deploy', prefix: key.prefix, scopes: ['organization.read'] }])
    assert.notInclude(JSON.stringify(found), secret.slice(20))
    assert.notInclude(JSON.stringify(found), key.hash)
    assert.isEmpty(await collect(await bob()))
  })
})
