import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#accounts/models/user'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import env from '#start/env'
import { client as registered, IdentityProvider } from '#tests/identity_provider'
import { NameServer } from '#tests/name_server'
import { acme, ada, alice, bob, charlie, globex } from '#tests/world'

const there = new IdentityProvider(`http://127.0.0.2:${env.get('PORT')}`)
const names = new NameServer()
const path = '/api/single-sign-on'

const settings = (change: object = {}) => ({
  issuer: `${there.origin}/acme`,
  clientId: registered.id,
  clientSecret: registered.secret,
  role: 'member',
  isRequired: false,
  ...change,
})

const save = (client: ApiClient, user: User, body: object) =>
  client.put(path).loginAs(user).withCsrfToken().json(body)
const claim = (client: ApiClient, user: User, name: string) =>
  client.post(`${path}/domains`).loginAs(user).withCsrfToken().json({ name })
const verify = (client: ApiClient, user: User, { id }: { id: string }) =>
  client.post(`/api/single-sign-on/domains/${id}/verification`).loginAs(user).withCsrfToken()
const kept = async () => OrganizationProvider.find((await acme()).id)

test.group('An organization’s provider', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => {
    there.fault = {}
  })

  test('is kept, recorded, and its secret never shown', async ({ assert, client }) => {
    const user = await alice()
    const answer = await save(client, user, settings())
    const shown = await client.get(path).loginAs(user)
    const event = await db.from('ledger_events').where({ action: 'single_sign_on.configured' }).firstOrFail()

    answer.assertStatus(200)
    assert.containsSubset(shown.body().data, {
      provider: { issuer: settings().issuer, clientId: registered.id, role: 'member', isRequired: false },
      callbackUrl: `${env.get('APP_URL')}/api/auth/single-sign-on/${(await acme()).id}/callback`,
      domains: [],
    })
    for (const said of [shown.text(), answer.text(), JSON.stringify(event), JSON.stringify(await kept())])
      assert.notInclude(said, registered.secret)
  })

  test('keeps its secret where only the role changes', async ({ assert, client }) => {
    const user = await alice()
    await save(client, user, settings())
    const before = (await kept())!.clientSecret
    ;(await save(client, user, settings({ clientSecret: undefined, role: 'viewer' }))).assertStatus(200)

    assert.containsSubset((await kept())!.$attributes, { clientSecret: before, role: 'viewer' })
  })

  test('has to name its secret again when it is another', async ({ assert, client }) => {
    const user = await alice()
    await save(client, user, settings())
    const moved = settings({ clientSecret: undefined, issuer: `${there.origin}/mallory` })
    const answer = await save(client, user, moved)

    answer.assertStatus(422)
    assert.property(answer.body().details, 'clientSecret')
    assert.equal((await kept())!.issuer, settings().issuer)
  })

  for (const issuer of [
    'https://127.0.0.1',
    'https://[::1]:6379',
    'https://169.254.169.254',
    'http://example.com',
    'https://user:secret@example.com',
    'file:///etc/passwd',
    `http://127.0.0.1:${env.get('PORT')}`,
  ]) {
    test(`is not ${issuer}`, async ({ assert, client }) => {
      const answer = await save(client, await alice(), settings({ issuer }))
      answer.assertStatus(422)
      assert.property(answer.body().details, 'issuer')
      assert.isNull(await kept())
    })
  }

  test('is not one that speaks of another issuer, or has no keys', async ({ assert, client }) => {
    for (const metadata of [
      { issuer: 'https://mallory.example' },
      { jwks_uri: `${there.origin}/acme/nothing` },
    ]) {
      there.fault = { metadata }
      const answer = await save(client, await alice(), settings())
      assert.property(answer.body().details, 'issuer')
    }
    assert.isNull(await kept())
  })

  test('gives no role above the giver’s, and makes no owners', async ({ assert, client }) => {
    for (const role of ['owner', 'nothing-like-it']) {
      const answer = await save(client, await ada(), settings({ role }))
      assert.property(answer.body().details, 'role')
    }
    assert.isNull(await kept())
  })

  test('is required only after somebody has come by it, and where a domain is verified', async ({
    assert,
    client,
  }) => {
    const user = await alice()
    await save(client, user, settings())
    const early = await save(client, user, settings({ isRequired: true }))
    await (await kept())!.merge({ provenAt: DateTime.now() }).save()
    const domainless = await save(client, user, settings({ isRequired: true }))
    const { id: organizationId } = await acme()
    await OrganizationDomain.create({ organizationId, name: 'acme.test', verifiedAt: DateTime.now() })
    const ready = await save(client, user, settings({ isRequired: true }))

    for (const answer of [early, domainless]) assert.property(answer.body().details, 'isRequired')
    ready.assertStatus(200)
    assert.isTrue((await kept())!.isRequired)
  })

  test('can be tried', async ({ assert, client }) => {
    const user = await alice()
    const check = () => client.post('/api/single-sign-on/check').loginAs(user).withCsrfToken()
    const nothing = await check()
    await save(client, user, settings())
    const good = await check()
    there.fault = { metadata: { issuer: 'https://mallory.example' } }
    const bad = await check()

    nothing.assertStatus(404)
    good.assertStatus(204)
    assert.property(bad.body().details, 'issuer')
  })

  test('can be taken away', async ({ assert, client }) => {
    const user = await alice()
    await save(client, user, settings())
    const remove = () => client.delete(path).loginAs(user).withCsrfToken()

    ;(await remove()).assertStatus(204)
    ;(await remove()).assertStatus(404)
    assert.isNull(await kept())
  })

  test('is not for members, and one organization’s is not another’s', async ({ assert, client }) => {
    const feature = { organization_id: (await globex()).id, feature: 'sso', value: 'true' }
    await db.table('entitlement_overrides').insert(feature)
    ;(await save(client, await bob(), settings())).assertStatus(403)
    ;(await save(client, await charlie(), settings())).assertStatus(200)
    ;(await client.put(path).withCsrfToken().json(settings())).assertStatus(401)

    assert.isNull(await kept())
    assert.isNotNull(await OrganizationProvider.find((await globex()).id))
  })

  test('needs every field', async ({ assert, client }) => {
    const answer = await save(client, await alice(), {})
    assert.sameMembers(Object.keys(answer.body().details), ['issuer', 'clientId', 'role', 'isRequired'])
    assert.isNull(await kept())
  })
})

test.group('An organization’s domains', (group) => {
  group.setup(async () => {
    await names.start(Number(env.get('PORT')), '127.0.0.2')
    return () => names.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => names.records.clear())

  const only = async () => (await OrganizationDomain.of((await acme()).id))[0]!

  test('are verified by a record in the domain', async ({ assert, client }) => {
    const user = await alice()
    ;(await claim(client, user, ' Acme.TEST ')).assertStatus(201)
    const domain = await only()
    const early = await verify(client, user, domain)
    names.records.set('_gantry.acme.test', 'gantry-verification=another')
    const wrong = await verify(client, user, domain)
    names.records.set(domain.record.name, domain.record.value)
    const right = await verify(client, user, domain)

    for (const answer of [early, wrong]) assert.property(answer.body().details, 'domain')
    right.assertStatus(200)
    assert.containsSubset(right.body().data.domains, [{ name: 'acme.test' }])
    assert.isNotNull((await only()).verifiedAt)
    ;(await verify(client, user, domain)).assertStatus(200)
  })

  test('belong to one organization', async ({ assert, client }) => {
    const { id: organizationId } = await globex()
    await OrganizationDomain.create({ organizationId, name: 'acme.test', verifiedAt: DateTime.now() })
    await claim(client, await alice(), 'acme.test')
    const { id, record } = await only()
    names.records.set(record.name, record.value)
    const answer = await verify(client, await alice(), { id })

    assert.property(answer.body().details, 'domain')
    assert.isNull((await only()).verifiedAt)
  })

  test('are listed once, and can be taken away', async ({ assert, client }) => {
    const user = await alice()
    await claim(client, user, 'acme.test')
    const again = await claim(client, user, 'acme.test')
    const { id } = await only()
    const remove = (who: User) =>
      client.delete(`/api/single-sign-on/domains/${id}`).loginAs(who).withCsrfToken()

    assert.property(again.body().details, 'name')
    ;(await remove(await charlie())).assertStatus(404)
    ;(await verify(client, await charlie(), { id })).assertStatus(404)
    ;(await remove(await bob())).assertStatus(403)
    assert.equal((await only()).name, 'acme.test')
    ;(await remove(user)).assertStatus(204)
    ;(await remove(user)).assertStatus(404)
  })

  for (const name of [
    'https://acme.test',
    'acme',
    '127.0.0.1',
    'acme.test/path',
    'a b.test',
    '-acme.test',
    '*.test',
  ]) {
    test(`are not "${name}"`, async ({ assert, client }) => {
      const answer = await claim(client, await alice(), name)
      assert.property(answer.body().details, 'name')
      assert.lengthOf(await OrganizationDomain.of((await acme()).id), 0)
    })
  }

  test('are at most twenty', async ({ assert, client }) => {
    const { id: organizationId } = await acme()
    await OrganizationDomain.createMany(
      Array.from({ length: 20 }, (_, index) => ({ organizationId, name: `acme-${index}.test` })),
    )
    const answer = await claim(client, await alice(), 'acme.test')
    assert.equal(answer.body().code, 'E_TOO_MANY_DOMAINS')
  })
})
