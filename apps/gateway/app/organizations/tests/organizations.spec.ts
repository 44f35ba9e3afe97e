import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#accounts/models/user'
import { acme, alice, bearer, bob, eve, globex, viktor } from '#tests/world'

test.group('Organizations', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lists one’s own', async ({ assert, client }) => {
    const answer = await client.get('/api/organizations').loginAs(await bob())

    answer.assertStatus(200)
    assert.equal(answer.body().total, 1)
    assert.containsSubset(answer.body().data, [{ slug: 'acme', role: 'member' }])
  })

  test('tell what one may do there and on the platform', async ({ assert, client }) => {
    const permissions = async (user: User) =>
      (await client.get('/api/auth/me').loginAs(user)).body().data.permissions
    const [owners, viewers, editors] = [await alice(), await viktor(), await eve()].map(permissions)

    assert.includeMembers(await owners!, ['organization.delete', 'billing.manage'])
    assert.deepEqual(await viewers, ['organization.read', 'member.read', 'team.read', 'billing.read'])
    assert.includeMembers(await editors!, ['content.publish', 'member.read'])
  })

  test('a role that the file no longer knows may do nothing', async ({ assert, client }) => {
    const user = await bob()
    await (await acme()).related('memberships').query().where({ userId: user.id }).update({ role: 'retired' })
    const me = await client.get('/api/auth/me').loginAs(user)
    const plan = await client.get('/api/billing/subscriptions').loginAs(user)

    assert.isEmpty(me.body().data.permissions)
    plan.assertStatus(403)
  })

  test('visitors have none', async ({ client }) => {
    const list = await client.get('/api/organizations')
    const choice = await client.put('/api/organizations/active').withCsrfToken().json({})

    list.assertStatus(401)
    choice.assertStatus(401)
  })

  test('the chosen one is the active one', async ({ assert, client }) => {
    const [user, other] = [await alice(), await globex()]
    await other.related('memberships').create({ userId: user.id, role: 'viewer' })
    const answer = await client
      .put('/api/organizations/active')
      .loginAs(user)
      .withCsrfToken()
      .json({ organizationId: other.id })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    answer.assertStatus(200)
    assert.containsSubset(me.body().data.organization, { slug: 'globex', role: 'viewer' })
  })

  test('another’s is as unknown as one that does not exist', async ({ assert, client }) => {
    const user = await alice()
    const choose = (organizationId: string) =>
      client.put('/api/organizations/active').loginAs(user).withCsrfToken().json({ organizationId })
    const others = await choose((await globex()).id)
    const nobodys = await choose('01890000-0000-7000-8000-000000000000')

    others.assertStatus(404)
    nobodys.assertStatus(404)
    assert.equal(others.body().error, nobodys.body().error)
  })

  test('an id that is none is a field error', async ({ assert, client }) => {
    const answer = await client
      .put('/api/organizations/active')
      .loginAs(await alice())
      .withCsrfToken()
      .json({ organizationId: '../../acme' })

    answer.assertStatus(422)
    assert.property(answer.body().details, 'organizationId')
  })

  test('a script names one by header, its own only', async ({ assert, client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const ask = (id: string) => client.get('/api/auth/me').headers({ ...headers, 'x-organization-id': id })
    const own = await ask((await acme()).id)
    const others = await ask((await globex()).id)

    assert.equal(own.body().data.organization.slug, 'acme')
    others.assertStatus(404)
  })

  test('a header that names none, another, or several leads nowhere', async ({ assert, client }) => {
    const [own, others] = [(await acme()).id, (await globex()).id]
    const headers = await bearer(client, 'alice@acme.test')
    const named = ['', '*', 'acme', others, `${own}, ${others}`, `${others},${own}`, own.toUpperCase()]
    for (const id of named) {
      const byToken = await client
        .get('/api/billing/invoices')
        .headers({ ...headers, 'x-organization-id': id })
      const bySession = await client
        .get('/api/billing/invoices')
        .header('x-organization-id', id)
        .loginAs(await alice())
      assert.deepEqual([byToken.status(), bySession.status()], [404, 404], id)
    }
  })

  test('a query names none', async ({ assert, client }) => {
    const { id } = await globex()
    const me = await client
      .get('/api/auth/me')
      .qs({ organizationId: id, 'organizationId[]': id, 'x-organization-id': id })
      .loginAs(await alice())
    assert.equal(me.body().data.organization.slug, 'acme')
  })
})
