import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type User from '#accounts/models/user'
import { limits, teams } from '#config/organizations'
import Team from '#organizations/models/team'
import { eventsOf, somebody } from '#organizations/tests/world'
import { acme, ada, alice, bob, charlie, globex, viktor } from '#tests/world'

const path = async () => `/api/organizations/${(await acme()).id}/teams`
const finance = (change: object = {}) => ({ name: 'Finance', resources: ['billing'], userIds: [], ...change })

const open = async (client: ApiClient, user: User, body: object) =>
  client
    .post(await path())
    .loginAs(user)
    .withCsrfToken()
    .json(body)
const change = async (client: ApiClient, user: User, id: string, body: object) =>
  client
    .patch(`${await path()}/${id}`)
    .loginAs(user)
    .withCsrfToken()
    .json(body)
const remove = async (client: ApiClient, user: User, id: string) =>
  client
    .delete(`${await path()}/${id}`)
    .loginAs(user)
    .withCsrfToken()
const bills = (client: ApiClient, user: User) => client.get('/api/billing/subscriptions').loginAs(user)
const kept = async () => Team.of((await acme()).id)

test.group('Teams', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => {
    teams.isEnabled = true
  })

  test('are opened, changed and deleted, and each act is recorded', async ({ assert, client }) => {
    const userIds = [(await bob()).id]
    const opened = await open(client, await ada(), finance({ userIds }))
    const { id } = opened.body().data
    const changed = await change(client, await ada(), id, finance({ name: 'Money', resources: [] }))
    const gone = await remove(client, await ada(), id)

    opened.assertStatus(201)
    assert.containsSubset(opened.body().data, { name: 'Finance', resources: ['billing'] })
    assert.equal(opened.body().data.members[0].fullName, 'Bob Baptiste')
    assert.containsSubset(changed.body().data, { name: 'Money', resources: [], members: [] })
    gone.assertStatus(204)
    ;(await remove(client, await ada(), id)).assertStatus(404)
    assert.deepEqual(
      (await eventsOf(await acme())).map(([action]) => action).filter((action) => /^team/.test(action)),
      ['team.created', 'team.changed', 'team.deleted'],
    )
  })

  test('keep what they reserve to themselves and to who manages teams', async ({ assert, client }) => {
    ;(await bills(client, await viktor())).assertStatus(200)
    const { id } = (await open(client, await ada(), finance({ userIds: [(await bob()).id] }))).body().data
    const me = await client.get('/api/auth/me').loginAs(await viktor())

    ;(await bills(client, await bob())).assertStatus(200)
    ;(await bills(client, await viktor())).assertStatus(403)
    ;(await bills(client, await ada())).assertStatus(200)
    ;(await bills(client, await charlie())).assertStatus(200)
    assert.notInclude(me.body().data.permissions, 'billing.read')

    await open(client, await ada(), finance({ name: 'Audit', userIds: [(await viktor()).id] }))
    ;(await bills(client, await viktor())).assertStatus(200)
    await remove(client, await ada(), id)
    ;(await bills(client, await bob())).assertStatus(403)
  })

  test('give nobody what their role does not', async ({ client }) => {
    await open(client, await ada(), finance({ userIds: [(await viktor()).id] }))
    const pay = client
      .post('/api/billing/checkout')
      .loginAs(await viktor())
      .withCsrfToken()
    ;(await pay).assertStatus(403)
  })

  test('lose who leaves the organization', async ({ assert, client }) => {
    await open(client, await ada(), finance({ userIds: [(await bob()).id] }))
    const { id } = await acme()
    const left = await client
      .delete(`/api/organizations/${id}/membership`)
      .loginAs(await bob())
      .withCsrfToken()

    left.assertStatus(204)
    assert.lengthOf((await kept())[0]!.members, 0)
    assert.lengthOf(await db.from('team_members'), 0)
  })

  test('are shown to members, and managed by who may', async ({ assert, client }) => {
    const { id } = (await open(client, await ada(), finance())).body().data
    const list = await client.get(await path()).loginAs(await viktor())

    assert.equal(list.body().total, 1)
    ;(await client.get(await path()).loginAs(await charlie())).assertStatus(404)
    ;(await client.get(await path())).assertStatus(401)
    ;(await open(client, await bob(), finance({ name: 'Mine' }))).assertStatus(403)
    ;(await change(client, await bob(), id, finance({ resources: [] }))).assertStatus(403)
    ;(await remove(client, await bob(), id)).assertStatus(403)
    const { id: globexId } = await globex()
    const elsewhere = await client
      .delete(`/api/organizations/${globexId}/teams/${id}`)
      .loginAs(await charlie())
      .withCsrfToken()
    elsewhere.assertStatus(404)
    assert.deepEqual((await kept())[0]!.resources, ['billing'])
  })

  test('take only members, known resources and a free name', async ({ assert, client }) => {
    await open(client, await ada(), finance())
    const refused = {
      name: ['', 'x'.repeat(61), 'FINANCE', null],
      resources: [['member'], ['billing', 'billing'], 'billing', null],
      userIds: [['me'], [(await charlie()).id], [(await somebody()).id], null],
    }
    for (const [field, values] of Object.entries(refused)) {
      for (const value of values) {
        const answer = await open(client, await ada(), finance({ name: 'Other', [field]: value }))
        answer.assertStatus(422)
        assert.isTrue(Object.keys(answer.body().details).some((key) => key.startsWith(field)))
      }
    }
    assert.lengthOf(await kept(), 1)
  })

  test('are at most twenty', async ({ assert, client }) => {
    const { id: organizationId } = await acme()
    for (let count = 0; count < limits.teams; count += 1)
      await Team.create({ organizationId, name: `Team ${count}`, resources: [] })
    const answer = await open(client, await alice(), finance())
    assert.equal(answer.body().code, 'E_TEAM_LIMIT')
  })

  test('that are switched off are nowhere, and reserve nothing', async ({ assert, client }) => {
    await open(client, await ada(), finance())
    teams.isEnabled = false
    const me = await client.get('/api/auth/me').loginAs(await alice())

    ;(await bills(client, await viktor())).assertStatus(200)
    ;(await client.get(await path()).loginAs(await alice())).assertStatus(403)
    assert.notIncludeMembers(me.body().data.permissions, ['team.read', 'team.manage'])
    assert.include(me.body().data.permissions, 'billing.manage')
  })
})
