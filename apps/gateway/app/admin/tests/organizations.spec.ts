import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { events } from '#admin/tests/world'
import Organization from '#organizations/models/organization'
import { acme, alice, bearer, bob, charlie, dana, eve, globex, login } from '#tests/world'

const nobody = '01890000-0000-7000-8000-000000000000'

const suspend = async (
  client: ApiClient,
  id: string,
  method: 'post' | 'delete' = 'post',
  reason = 'Unpaid',
) =>
  client[method](`/api/admin/organizations/${id}/suspension`)
    .loginAs(await dana())
    .withCsrfToken()
    .json({ reason })

test.group('The list of organizations', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const find = async (client: ApiClient, query: object) => {
    const answer = await client
      .get('/api/admin/organizations')
      .qs(query)
      .loginAs(await dana())
    answer.assertStatus(200)
    return answer.body().data as { name: string; members: number }[]
  }
  const names = async (client: ApiClient, query: object) =>
    (await find(client, query)).map(({ name }) => name)

  test('finds by name and short name, takes wildcards as text', async ({ assert, client }) => {
    assert.deepEqual(await names(client, { search: 'ACM' }), ['Acme'])
    assert.deepEqual(await names(client, { search: '%' }), [])
  })

  test('filters by state, sorts and pages', async ({ assert, client }) => {
    await (await globex()).merge({ disabledAt: DateTime.utc() }).save()
    const byName = await names(client, { sort: 'name' })

    assert.deepEqual(await names(client, { state: 'disabled' }), ['Globex'])
    assert.notInclude(await names(client, { state: 'active' }), 'Globex')
    assert.isBelow(byName.indexOf('Acme'), byName.indexOf('Globex'))
    assert.deepEqual(await names(client, { sort: '-name' }), byName.toReversed())
    assert.deepEqual(await names(client, { sort: 'name', perPage: 1, page: 2 }), byName.slice(1, 2))
    const [first] = await find(client, { sort: '-members' })
    assert.deepInclude(first, { name: 'Acme', members: 4 })
  })

  for (const query of [{ sort: 'password' }, { state: 'gone' }, { perPage: 1_000 }]) {
    test(`refuses ${JSON.stringify(query)}`, async ({ client }) => {
      const answer = await client
        .get('/api/admin/organizations')
        .qs(query)
        .loginAs(await dana())
      answer.assertStatus(422)
    })
  }

  test('shows one with its members', async ({ assert, client }) => {
    const { id } = await acme()
    const answer = await client.get(`/api/admin/organizations/${id}`).loginAs(await dana())
    const unknown = await client.get(`/api/admin/organizations/${nobody}`).loginAs(await dana())

    answer.assertStatus(200)
    unknown.assertStatus(404)
    assert.containsSubset(answer.body().data, {
      slug: 'acme',
      members: [{ email: 'alice@acme.test', role: 'owner' }],
    })
  })

  test('is exported with nothing that a spreadsheet would run', async ({ assert, client }) => {
    await Organization.create({ name: '=1+1', slug: 'formula' })
    const answer = await client.get('/api/admin/organizations.csv?search=formula').loginAs(await dana())

    answer.assertStatus(200)
    assert.match(
      answer.text(),
      /^\uFEFFid,name,slug,members,disabled_at,opened_at\r\n[^,]+,'=1\+1,formula,0,,/,
    )
    assert.containsSubset(await events((await dana()).id), [{ action: 'organizations.exported' }])
  })

  test('is for administrators alone', async ({ client }) => {
    const { id } = await acme()
    const calls = [
      () => client.get('/api/admin/organizations'),
      () => client.get('/api/admin/organizations.csv'),
      () => client.get(`/api/admin/organizations/${id}`),
      () =>
        client.post(`/api/admin/organizations/${id}/suspension`).withCsrfToken().json({ reason: 'Because' }),
      () => client.delete(`/api/admin/organizations/${id}/suspension`).withCsrfToken(),
      () => client.patch(`/api/admin/organizations/${id}`).withCsrfToken().json({ name: 'Other' }),
    ]
    for (const call of calls) {
      const visitor = await call()
      const owner = await call().loginAs(await alice())
      const editor = await call().loginAs(await eve())
      visitor.assertStatus(401)
      owner.assertStatus(403)
      editor.assertStatus(403)
    }
  })
})

test.group('The names of an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const rename = async (client: ApiClient, id: string, names: object) =>
    client
      .patch(`/api/admin/organizations/${id}`)
      .loginAs(await dana())
      .withCsrfToken()
      .json(names)

  test('are changed, recorded once, and told to its owners', async ({ assert, client }) => {
    const { id } = await acme()
    const answer = await rename(client, id, { name: 'Acme Works', slug: 'acme-works' })
    await rename(client, id, { name: 'Acme Works' })
    const log = await client.get('/api/audit').loginAs(await alice())

    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, { name: 'Acme Works', slug: 'acme-works' })
    assert.lengthOf(
      (await events(id)).filter(({ action }) => action === 'organization.renamed'),
      1,
    )
    assert.include(
      log.body().data.map(({ sentence }: { sentence: string }) => sentence),
      'An administrator of the platform renamed the organization “Acme” to “Acme Works”.',
    )
  })

  test('are none that another has, nor no names at all', async ({ assert, client }) => {
    const { id } = await acme()
    const taken = await rename(client, id, { slug: 'globex' })
    const bad = await rename(client, id, { name: ' ', slug: 'Not A Slug' })
    const unknown = await rename(client, nobody, { name: 'Other' })

    assert.include(taken.body().details.slug, 'Another organization')
    assert.sameMembers(Object.keys(bad.body().details), ['name', 'slug'])
    unknown.assertStatus(404)
    assert.equal((await acme()).name, 'Acme')
  })
})

test.group('A disabled organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('refuses its members at once, by session and by token, until it is enabled', async ({
    assert,
    client,
  }) => {
    const { id } = await acme()
    const session = (await login(client, 'bob@acme.test')).cookie('gantry_session')?.value
    const headers = await bearer(client, 'bob@acme.test')
    const bySession = () => client.get('/api/billing/invoices').withCookie('gantry_session', session)
    const byToken = () => client.get('/api/billing/invoices').headers(headers)
    const byName = async () =>
      client
        .get('/api/billing/invoices')
        .header('x-organization-id', id)
        .loginAs(await alice())

    assert.isString((await suspend(client, id)).body().data.disabledAt)
    for (const call of [bySession, byToken, byName]) {
      const answer = await call()
      answer.assertStatus(403)
      answer.assertBodyContains({ code: 'E_ORGANIZATION_DISABLED' })
    }
    assert.isNull((await suspend(client, id, 'delete')).body().data.disabledAt)
    for (const call of [bySession, byToken, byName]) (await call()).assertStatus(200)
  })

  test('leaves its members their accounts, and says what is the matter', async ({ assert, client }) => {
    await suspend(client, (await acme()).id)
    const answer = await client.get('/api/auth/me').loginAs(await alice())

    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, { organization: { name: 'Acme', isDisabled: true } })
    assert.isEmpty(answer.body().data.permissions)
  })

  test('cannot be chosen, and another one comes first', async ({ assert, client }) => {
    const person = await bob()
    const other = await globex()
    await other.related('memberships').create({ userId: person.id, role: 'viewer' })
    const { id } = await acme()
    await suspend(client, id)
    const me = await client.get('/api/auth/me').loginAs(person)
    const choice = await client
      .put('/api/organizations/active')
      .loginAs(person)
      .withCsrfToken()
      .json({ organizationId: id })

    assert.equal(me.body().data.organization.name, 'Globex')
    choice.assertStatus(403)
    choice.assertBodyContains({ code: 'E_ORGANIZATION_DISABLED' })
  })

  test('is as unknown to strangers as before', async ({ client }) => {
    const { id } = await acme()
    await suspend(client, id)
    const answer = await client
      .get('/api/billing/invoices')
      .header('x-organization-id', id)
      .loginAs(await charlie())
    answer.assertStatus(404)
  })

  test('is recorded once, with the reason, where its owners read it', async ({ assert, client }) => {
    const { id } = await acme()
    await suspend(client, id)
    await suspend(client, id)
    await suspend(client, id, 'delete')
    await suspend(client, id, 'delete')
    const recorded = (await events(id)).filter(({ action }) => /abled$/.test(action))
    const log = await client.get('/api/audit').loginAs(await alice())

    assert.containsSubset(recorded, [
      { action: 'organization.disabled', actor_id: (await dana()).id, metadata: { reason: 'Unpaid' } },
      { action: 'organization.enabled' },
    ])
    assert.lengthOf(recorded, 2)
    assert.include(
      log.body().data.map(({ sentence }: { sentence: string }) => sentence),
      'An administrator of the platform disabled the organization. Reason: Unpaid',
    )
  })

  test('needs a reason, and has to exist', async ({ assert, client }) => {
    const { id } = await acme()
    const without = await suspend(client, id, 'post', ' ')
    const unknown = await suspend(client, nobody)

    without.assertStatus(422)
    unknown.assertStatus(404)
    assert.isNull((await acme()).disabledAt)
  })
})
