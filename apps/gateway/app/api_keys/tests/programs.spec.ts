import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import ApiKey from '#api_keys/models/api_key'
import { buffer } from '#billing/usage/meter'
import { UsageDelivery } from '#billing/usage/usage_delivery'
import { keyGuesses } from '#config/limiter'
import { leave } from '#organizations/leave'
import Invitation from '#organizations/models/invitation'
import Membership from '#organizations/models/membership'
import { organizationOf } from '#organizations/tests/world'
import { acme, ada, alice, charlie, globex, keyFor, login } from '#tests/world'

type Headers = Record<string, string>
const read = (client: ApiClient, { id }: { id: string }, headers: Headers) =>
  client.get(`/api/organizations/${id}`).headers(headers)
const rename = (client: ApiClient, { id }: { id: string }, headers: Headers) =>
  client.patch(`/api/organizations/${id}`).headers(headers).json({ name: 'Renamed' })

test.group('A program with an API key', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('does what its scopes name, and nothing else', async ({ assert, client }) => {
    const [user, organization] = [await alice(), await acme()]
    const reader = await keyFor(user, organization)
    const writer = await keyFor(user, organization, { scopes: ['organization.update'] })
    const refused = await rename(client, organization, reader.headers)
    const name = (await acme()).name
    const done = await rename(client, organization, writer.headers)

    ;(await read(client, organization, reader.headers)).assertStatus(200)
    refused.assertStatus(403)
    assert.equal(refused.body().code, 'E_SCOPE_MISSING')
    assert.include(refused.body().error, 'organization.update')
    assert.equal(name, 'Acme')
    done.assertStatus(200)
    assert.notProperty(done.headers(), 'set-cookie')
    ;(await read(client, organization, writer.headers)).assertStatus(403)
  })

  test('does no more than its creator may by now', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner', 'admin')
    const { headers } = await keyFor(people[1], organization, {
      scopes: ['organization.read', 'organization.update'],
    })
    await Membership.query().where({ userId: people[1].id }).update({ role: 'viewer' })

    ;(await read(client, organization, headers)).assertStatus(200)
    ;(await rename(client, organization, headers)).assertStatus(403)
    await organization.refresh()
    assert.equal(organization.name, 'Initech')
  })

  test('is in its own organization, whatever else it says', async ({ assert, client }) => {
    const user = await alice()
    const [own, other] = [await acme(), await globex()]
    await other.related('memberships').create({ userId: user.id, role: 'owner' })
    const { headers } = await keyFor(user, own, {
      scopes: ['organization.read', 'billing.read', 'audit.read'],
    })
    const session = (await login(client, 'charlie@globex.test')).cookie('gantry_session')?.value
    const named = { ...headers, 'x-organization-id': other.id }

    ;(await read(client, other, headers)).assertStatus(404)
    ;(await read(client, own, named)).assertStatus(404)
    ;(await client.get('/api/billing/entitlements').headers(named)).assertStatus(404)
    ;(await client.get('/api/audit').headers(named)).assertStatus(404)
    ;(await client.get('/api/billing/entitlements').headers(headers)).assertStatus(200)
    const beside = await read(client, own, headers).withCookie('gantry_session', session)
    assert.equal(beside.body().data.name, 'Acme')
    ;(await read(client, other, headers).withCookie('gantry_session', session)).assertStatus(404)
  })

  test('is nobody without the header', async ({ client }) => {
    const { secret } = await keyFor(await alice(), await acme())
    const { id } = await acme()
    for (const query of ['api_key', 'access_token', 'token', 'authorization']) {
      const answer = await client.get(`/api/organizations/${id}?${query}=${secret}`)
      answer.assertStatus(401)
    }
  })

  for (const [method, path] of [
    ['GET', '/api/auth/me'],
    ['GET', '/api/auth/csrf'],
    ['GET', '/api/auth/sessions'],
    ['GET', '/api/user/me'],
    ['PATCH', '/api/user/me'],
    ['GET', '/api/user/export'],
    ['POST', '/api/auth/token'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/confirmation'],
    ['GET', '/api/organizations'],
    ['PUT', '/api/organizations/active'],
    ['POST', '/api/api-keys'],
    ['GET', '/api/admin/users'],
    ['GET', '/api/cms/entries'],
    ['GET', '/studio'],
  ] as const) {
    test(`is refused ${method} ${path}, which takes a person`, async ({ assert, client }) => {
      const user = await alice()
      await user.merge({ role: 'platform_admin' }).save()
      const { headers } = await keyFor(user, await acme())
      const answer = await client
        .request(path, method as 'GET')
        .headers({ ...headers, 'sec-fetch-site': 'same-origin' })
        .redirects(0)

      answer.assertStatus(403)
      assert.equal(answer.body().code, 'E_PERSON_REQUIRED')
    })
  }

  test('gives no role that reaches beyond its scopes', async ({ assert, client }) => {
    const organization = await acme()
    const { id } = organization
    const scopes = ['organization.read', 'member.read', 'team.read', 'billing.read', 'member.invite'] as const
    const { headers } = await keyFor(await alice(), organization, { scopes: [...scopes] })
    const invite = (role: string) =>
      client
        .post(`/api/organizations/${id}/invitations`)
        .headers(headers)
        .json({ email: `${role}@initech.test`, role })

    ;(await invite('owner')).assertStatus(422)
    ;(await invite('admin')).assertStatus(422)
    ;(await invite('member')).assertStatus(201)
    const invited = await Invitation.query().where({ organizationId: id })
    assert.deepEqual(
      invited.map(({ role }) => role),
      ['member'],
    )
  })

  const ends: Record<string, (key: ApiKey) => Promise<unknown>> = {
    'is revoked': (key) => key.revoke(),
    expires: (key) => key.merge({ expiresAt: DateTime.utc() }).save(),
    'loses its creator to a disabling': async (key) =>
      (await key.related('creator').query().firstOrFail()).merge({ disabledAt: DateTime.utc() }).save(),
    'loses its creator, who leaves': (key) => leave(key.organizationId, key.createdBy),
    'loses its creator, who is removed and comes back': async (key) => {
      const { organizationId, createdBy: userId } = key
      await Membership.query().where({ organizationId, userId }).delete()
      await Membership.create({ organizationId, userId, role: 'owner' })
    },
    'loses its organization': (key) => db.from('organizations').where({ id: key.organizationId }).delete(),
  }
  for (const [name, end] of Object.entries(ends)) {
    test(`is out at once when it ${name}`, async ({ assert, client }) => {
      const { organization, people } = await organizationOf('owner', 'owner')
      const { key, headers } = await keyFor(people[0], organization)
      ;(await read(client, organization, headers)).assertStatus(200)
      await end(key)
      const refused = await read(client, organization, headers)

      refused.assertStatus(401)
      assert.equal(refused.body().code, 'E_INVALID_API_KEY')
    })
  }

  test('is refused while its organization is disabled', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner')
    const { headers } = await keyFor(people[0], organization)
    await organization.merge({ disabledAt: DateTime.utc() }).save()
    const refused = await read(client, organization, headers)

    refused.assertStatus(403)
    assert.equal(refused.body().code, 'E_ORGANIZATION_DISABLED')
  })

  test('is told the same, whatever is wrong with its key', async ({ assert, client }) => {
    const organization = await acme()
    const { secret } = await keyFor(await alice(), organization)
    const guess = `_${'A'.repeat(43)}`
    const answers = []
    for (const wrong of [
      `${secret.slice(0, 19)}${guess}`,
      `gantry_${'0'.repeat(12)}${guess}`,
      'gantry_',
      `${secret} `,
    ]) {
      const answer = await read(client, organization, { authorization: `Bearer ${wrong}x` })
      answer.assertStatus(401)
      const { requestId: _, ...said } = answer.body()
      answers.push(said)
    }
    assert.lengthOf(new Set(answers.map((said) => JSON.stringify(said))), 1)
  })

  test('is not even looked at after too many wrong keys from its address', async ({ assert, client }) => {
    const organization = await acme()
    const { headers, key } = await keyFor(await alice(), organization)
    const wrong = { authorization: `Bearer ${key.prefix}_${'A'.repeat(43)}` }
    for (let tried = 0; tried < keyGuesses.requests; tried += 1)
      (await read(client, organization, wrong)).assertStatus(401)
    const refused = await read(client, organization, headers)

    refused.assertStatus(429)
    assert.equal(refused.body().code, 'E_TOO_MANY_GUESSES')
    assert.isAbove(Number(refused.header('retry-after')), 0)
  })

  test('whose key is known and over is no guesser', async ({ client }) => {
    const organization = await acme()
    const [good, over] = [
      await keyFor(await alice(), organization),
      await keyFor(await alice(), organization),
    ]
    await over.key.revoke()
    for (let tried = 0; tried <= keyGuesses.requests; tried += 1)
      (await read(client, organization, over.headers)).assertStatus(401)
    ;(await read(client, organization, good.headers)).assertStatus(200)
  })

  test('is held to its own limit', async ({ assert, client }) => {
    const organization = await acme()
    const { headers } = await keyFor(await alice(), organization, { perMinute: 2 })
    const first = await read(client, organization, headers)
    await read(client, organization, headers)
    const refused = await read(client, organization, headers)

    assert.containsSubset(first.headers(), { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' })
    refused.assertStatus(429)
    assert.isAbove(Number(refused.header('retry-after')), 0)
    ;(await read(client, organization, (await keyFor(await alice(), organization)).headers)).assertStatus(200)
  })

  test('is counted, and its last use written down once a minute', async ({ assert, client }) => {
    const organization = await acme()
    const { headers, key } = await keyFor(await alice(), organization)
    for (let made = 0; made < 3; made += 1) await read(client, organization, headers)
    const row = await ApiKey.findOrFail(key.id)
    const listed = await client.get('/api/api-keys').loginAs(await alice())

    assert.equal(Number(row.calls), 1)
    assert.isNotNull(row.lastUsedAt)
    assert.equal(listed.body().data[0].calls, 3)

    await redis.del(`api_key:${key.id}:written`)
    await read(client, organization, headers)
    await row.refresh()
    assert.equal(Number(row.calls), 4)
  })

  test('is metered as programs are, under the id of its key', async ({ assert, client }) => {
    const organization = await acme()
    const user = await alice()
    const { headers, key } = await keyFor(user, organization)
    await redis.del(buffer)
    await read(client, organization, headers)
    const counted = (await redis.lrange(buffer, 0, -1)).map((text) => JSON.parse(text))
    await new UsageDelivery().keep(counted)
    await redis.del(buffer)

    assert.containsSubset(counted, [{ organizationId: organization.id, userId: user.id, apiKeyId: key.id }])
    assert.lengthOf(counted, 1)
    assert.lengthOf(await db.from('usage_events').where({ api_key_id: key.id }), 1)
  })

  test('is named in the ledger beside whoever created its key', async ({ assert, client }) => {
    const [user, organization] = [await alice(), await acme()]
    const { headers, key } = await keyFor(user, organization, { scopes: ['organization.update'] })
    await rename(client, organization, headers)
    const event = await db.from('ledger_events').where({ action: 'organization.renamed' }).firstOrFail()
    const told = await client.get('/api/audit?action=organization.renamed').loginAs(await ada())
    const file = await client.get('/api/audit.csv?action=organization.renamed').loginAs(await ada())

    assert.containsSubset(event, {
      actor_type: 'api_key',
      actor_id: user.id,
      api_key_id: key.id,
      api_key_name: 'Deploy',
    })
    assert.deepEqual(told.body().data[0].actor, { id: user.id, name: user.fullName, key: 'Deploy' })
    assert.include(file.text(), ',Deploy,')
  })

  test('is given no answer that its creator was given, nor one of another key', async ({
    assert,
    client,
  }) => {
    const [user, organization] = [await alice(), await acme()]
    const scopes = ['team.manage' as const]
    const [first, second] = [
      await keyFor(user, organization, { scopes }),
      await keyFor(user, organization, { scopes }),
    ]
    const open = (headers: Headers) =>
      client
        .post(`/api/organizations/${organization.id}/teams`)
        .headers({ ...headers, 'idempotency-key': 'the-same' })
        .json({ name: 'Yard', resources: [], userIds: [] })
    const made = await open(first.headers)
    const again = await open(first.headers)
    const other = await open(second.headers)

    made.assertStatus(201)
    assert.deepEqual(again.body(), made.body())
    other.assertStatus(409)
  })

  test('of somebody elsewhere finds nothing here', async ({ assert, client }) => {
    const organization = await acme()
    const { headers } = await keyFor(await charlie(), await globex(), { scopes: ['organization.update'] })
    const refused = await rename(client, organization, headers)

    refused.assertStatus(404)
    assert.equal((await acme()).name, 'Acme')
  })
})
