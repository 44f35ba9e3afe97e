import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import type User from '#accounts/models/user'
import Plan from '#billing/models/plan'
import Subscription from '#billing/models/subscription'
import { subscribers } from '#config/ledger'
import { limits } from '#config/organizations'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'
import { eventsOf, organizationOf, rolesOf, somebody } from '#organizations/tests/world'
import { acme, ada, alice, bob, charlie, confirmed, globex } from '#tests/world'

const open = (client: ApiClient, user: User, body: object) =>
  client.post('/api/organizations').loginAs(user).withCsrfToken().json(body)
const change = (client: ApiClient, user: User, { id }: Organization, body: object) =>
  client.patch(`/api/organizations/${id}`).loginAs(user).withCsrfToken().json(body)
const remove = (client: ApiClient, user: User, { id }: Organization, name: string) =>
  client
    .delete(`/api/organizations/${id}`)
    .loginAs(user)
    .withSession(confirmed())
    .withCsrfToken()
    .json({ name })

test.group('Opening an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('makes its owner work in it', async ({ assert, client }) => {
    const answer = await open(client, await bob(), { name: ' Initech ', slug: 'initech' })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    answer.assertStatus(201)
    assert.containsSubset(me.body().data.organization, { name: 'Initech', slug: 'initech', role: 'owner' })
    assert.deepEqual(await eventsOf(answer.body().data), [['organization.created', { name: 'Initech' }]])
  })

  test('finds a short name where none is given', async ({ assert, client }) => {
    const answer = await open(client, await bob(), { name: 'Café Über & Söhne' })
    assert.match(answer.body().data.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  const refused = {
    name: ['', '   ', 'x'.repeat(121), null, {}],
    slug: ['Acme', 'a', '-acme', 'a--b', 'a/b', 'x'.repeat(64), 'acme'],
  }
  for (const [field, values] of Object.entries(refused)) {
    test(`refuses a bad ${field}`, async ({ assert, client }) => {
      const before = (await Organization.all()).length
      for (const value of values) {
        const answer = await open(client, await bob(), { name: 'Initech', [field]: value })
        answer.assertStatus(422)
        assert.property(answer.body().details, field)
      }
      assert.lengthOf(await Organization.all(), before)
    })
  }

  test('takes nothing of the rest that is sent', async ({ assert, client }) => {
    const answer = await open(client, await bob(), { name: 'Initech', id: uuidv7(), role: 'viewer' })
    assert.equal(answer.body().data.role, 'owner')
    assert.isNull((await Organization.findOrFail(answer.body().data.id)).disabledAt)
  })

  test('is possible until somebody belongs to five', async ({ assert, client }) => {
    const user = await somebody()
    for (let count = 0; count < limits.organizations; count += 1)
      (await open(client, user, { name: `Initech ${count}` })).assertStatus(201)
    const answer = await open(client, user, { name: 'Initech' })

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_ORGANIZATION_LIMIT')
    assert.include(answer.body().error, '5 organizations')
    assert.lengthOf(await Membership.query().where({ userId: user.id }), limits.organizations)
  })

  test('is nothing for visitors or other sites', async ({ client }) => {
    ;(await client.post('/api/organizations').withCsrfToken().json({ name: 'x' })).assertStatus(401)
    ;(
      await client
        .post('/api/organizations')
        .loginAs(await bob())
        .json({ name: 'x' })
    ).assertStatus(403)
  })

  test('twice with one key opens one', async ({ assert, client }) => {
    const user = await bob()
    const ask = () => open(client, user, { name: 'Initech' }).header('Idempotency-Key', 'once')
    const [first, again] = [await ask(), await ask()]

    assert.equal(again.body().data.id, first.body().data.id)
    assert.lengthOf(await Membership.query().where({ userId: user.id }), 2)
  })
})

test.group('Opening organizations at the same moment', () => {
  test('respects the limit', async ({ assert, client, cleanup }) => {
    const user = await somebody()
    cleanup(async () => {
      const own = await Membership.query().where({ userId: user.id }).preload('organization')
      for (const { organization } of own) await organization.delete()
      await user.delete()
    })
    const answers = await Promise.all(
      Array.from({ length: limits.organizations + 2 }, (_, index) =>
        open(client, user, { name: `Initech ${index}` }),
      ),
    )

    assert.lengthOf(
      answers.filter((answer) => answer.status() === 201),
      limits.organizations,
    )
    assert.lengthOf(await Membership.query().where({ userId: user.id }), limits.organizations)
  })
})

test.group('An organization’s names', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are changed by who may, and recorded', async ({ assert, client }) => {
    const organization = await acme()
    const answer = await change(client, await ada(), organization, { name: 'Acme Labs', slug: 'acme-labs' })
    const names = { name: 'Acme Labs', slug: 'acme-labs' }

    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, names)
    assert.containsSubset((await organization.refresh()).$attributes, names)
    assert.deepEqual((await eventsOf(organization)).at(-1), [
      'organization.renamed',
      { ...names, formerName: 'Acme', formerSlug: 'acme' },
    ])
  })

  test('that are the same already are no change', async ({ assert, client }) => {
    const before = (await eventsOf(await acme())).length
    ;(await change(client, await alice(), await acme(), { name: 'Acme' })).assertStatus(200)
    assert.lengthOf(await eventsOf(await acme()), before)
  })

  test('cannot be another’s', async ({ assert, client }) => {
    const answer = await change(client, await alice(), await acme(), { slug: 'globex' })

    answer.assertStatus(422)
    assert.include(answer.body().details.slug, 'Another organization')
    assert.exists(await acme())
  })

  test('are not for members, strangers or visitors', async ({ assert, client }) => {
    const organization = await acme()
    ;(await change(client, await bob(), organization, { name: 'Mine' })).assertStatus(403)
    ;(await change(client, await charlie(), organization, { name: 'Mine' })).assertStatus(404)
    ;(
      await client.patch(`/api/organizations/${organization.id}`).withCsrfToken().json({ name: 'Mine' })
    ).assertStatus(401)
    assert.equal((await organization.refresh()).name, 'Acme')
  })

  test('are shown to members, with the roles that they may give', async ({ assert, client }) => {
    const { id } = await acme()
    const shown = async (user: User) =>
      (await client.get(`/api/organizations/${id}`).loginAs(user)).body().data

    assert.containsSubset(await shown(await alice()), { slug: 'acme', mostMembers: limits.members })
    assert.includeMembers((await shown(await alice())).roles, ['owner', 'admin'])
    assert.notInclude((await shown(await ada())).roles, 'owner')
    assert.isUndefined(await shown(await charlie()))
  })
})

test.group('Deleting an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const subscribe = async ({ id: organizationId }: Organization, change: Partial<Subscription> = {}) => {
    const amountCents = change.planCode === 'free' ? 0 : 2900
    await Plan.updateOrCreate({ code: change.planCode ?? 'pro_monthly' }, {
      name: 'Pro',
      description: '',
      interval: 'monthly',
      amountCents,
      currency: 'EUR',
      trialDays: 0,
      charges: [],
      syncedAt: DateTime.utc(),
    } as Partial<Plan>)
    return Subscription.create({
      organizationId,
      lagoId: uuidv7(),
      planCode: 'pro_monthly',
      status: 'active',
      startedAt: DateTime.utc(),
      ...change,
    } as Partial<Subscription>)
  }

  test('takes its name, and an owner', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner', 'admin')
    const [owner, admin] = people
    ;(await remove(client, admin, organization, 'Initech')).assertStatus(403)
    const mistyped = await remove(client, owner, organization, 'Initek')
    assert.property(mistyped.body().details, 'name')
    assert.exists(await Organization.find(organization.id))

    ;(await remove(client, owner, organization, 'Initech ')).assertStatus(204)
    assert.isNull(await Organization.find(organization.id))
    assert.lengthOf(await rolesOf(organization), 0)
    assert.deepEqual((await eventsOf(organization)).at(-1), [
      'organization.deleted',
      { name: 'Initech', slug: organization.slug },
    ])
    assert.include(subscribers['ended-billing'].actions, 'organization.deleted')
    ;(await remove(client, owner, organization, 'Initech')).assertStatus(404)
  })

  test('is nothing for others, nor for who has not just proved who they are', async ({ assert, client }) => {
    const organization = await globex()
    const path = `/api/organizations/${organization.id}`
    ;(await remove(client, await alice(), organization, 'Globex')).assertStatus(404)
    ;(await client.delete(path).withCsrfToken().json({ name: 'Globex' })).assertStatus(401)
    const stale = await client
      .delete(path)
      .loginAs(await charlie())
      .withCsrfToken()
      .json({ name: 'Globex' })

    assert.equal(stale.body().code, 'E_CONFIRMATION_REQUIRED')
    assert.exists(await globex())
  })

  test('waits for a plan that runs and costs something', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner')
    const running = await subscribe(organization)
    const answer = await remove(client, people[0], organization, 'Initech')

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_PLAN_RUNNING')
    assert.exists(await Organization.find(organization.id))

    await running.merge({ cancelAt: DateTime.utc().plus({ days: 3 }) }).save()
    ;(await remove(client, people[0], organization, 'Initech')).assertStatus(204)
  })

  test('does not wait for a free one', async ({ client }) => {
    const { organization, people } = await organizationOf('owner')
    await subscribe(organization, { planCode: 'free' })
    ;(await remove(client, people[0], organization, 'Initech')).assertStatus(204)
  })
})
