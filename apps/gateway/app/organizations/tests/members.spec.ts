import testUtils from '@adonisjs/core/services/test_utils'
import mail from '@adonisjs/mail/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import User from '#accounts/models/user'
import { limits } from '#config/organizations'
import deliverEvent from '#ledger/jobs/deliver_event'
import { RemovalMail } from '#organizations/mails/removal_mail'
import Membership from '#organizations/models/membership'
import type Organization from '#organizations/models/organization'
import db from '@adonisjs/lucid/services/db'
import { eventsOf, organizationOf, rolesOf, somebody } from '#organizations/tests/world'
import { acme, ada, alice, bob, charlie, globex, viktor } from '#tests/world'

const list = ({ id }: Organization) => `/api/organizations/${id}/members`
const give = (client: ApiClient, by: User, there: Organization, { id }: User, role: unknown) =>
  client.patch(`/api/organizations/${there.id}/members/${id}`).loginAs(by).withCsrfToken().json({ role })
const remove = (client: ApiClient, by: User, there: Organization, { id }: User) =>
  client.delete(`/api/organizations/${there.id}/members/${id}`).loginAs(by).withCsrfToken()
const leave = (client: ApiClient, user: User, { id }: Organization) =>
  client.delete(`/api/organizations/${id}/membership`).loginAs(user).withCsrfToken()

test.group('The members of an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are listed, searched, sorted and paged', async ({ assert, client }) => {
    const ask = async (query: object) =>
      client
        .get(list(await acme()))
        .qs(query)
        .loginAs(await viktor())
    const names = async (query: object) =>
      (await ask(query)).body().data.map(({ fullName }: { fullName: string }) => fullName.split(' ')[0])

    assert.deepEqual(await names({}), ['Ada', 'Alice', 'Bob', 'Viktor'])
    assert.deepEqual(await names({ sort: '-fullName' }), ['Viktor', 'Bob', 'Alice', 'Ada'])
    assert.deepEqual(await names({ search: 'BAP' }), ['Bob'])
    assert.deepEqual(await names({ search: '%' }), [])
    assert.deepEqual(await names({ page: 2, perPage: 3 }), ['Viktor'])
    assert.equal((await ask({ perPage: 1 })).body().total, 4)
    ;(await ask({ sort: 'password' })).assertStatus(422)
  })

  test('tell nothing that is only their own', async ({ assert, client }) => {
    const answer = await client.get(list(await acme())).loginAs(await bob())
    assert.sameMembers(Object.keys(answer.body().data[0]), [
      'userId',
      'fullName',
      'email',
      'avatar',
      'role',
      'joinedAt',
      'hasSecondFactor',
    ])
    assert.isNull(answer.body().data[0].hasSecondFactor)
  })

  test('are not shown to others', async ({ client }) => {
    ;(await client.get(list(await globex())).loginAs(await alice())).assertStatus(404)
    ;(await client.get(list(await globex()))).assertStatus(401)
  })
})

test.group('The role of a member', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is changed, recorded, and counts at once', async ({ assert, client }) => {
    const [organization, user] = [await acme(), await bob()]
    const answer = await give(client, await ada(), organization, user, 'admin')
    const again = await give(client, await ada(), organization, user, 'admin')
    const me = await client.get('/api/auth/me').loginAs(user)

    answer.assertStatus(200)
    again.assertStatus(200)
    assert.equal(answer.body().data.role, 'admin')
    assert.include(me.body().data.permissions, 'member.invite')
    assert.deepEqual(
      (await eventsOf(organization)).filter(([action]) => action === 'member.role_changed'),
      [['member.role_changed', { role: 'admin', formerRole: 'member' }]],
    )
  })

  for (const role of ['emperor', '', null, undefined]) {
    test(`is not ${String(role)}`, async ({ assert, client }) => {
      const answer = await give(client, await alice(), await acme(), await bob(), role)
      answer.assertStatus(422)
      assert.property(answer.body().details, 'role')
      assert.deepEqual(await rolesOf(await acme()), ['owner', 'admin', 'member', 'viewer'])
    })
  }

  test('is none above the giver’s, nor taken from who has a higher one', async ({ assert, client }) => {
    const organization = await acme()
    const above = await give(client, await ada(), organization, await bob(), 'owner')
    const down = await give(client, await ada(), organization, await alice(), 'member')
    const oneself = await give(client, await ada(), organization, await ada(), 'owner')

    assert.property(above.body().details, 'role')
    assert.property(oneself.body().details, 'role')
    down.assertStatus(403)
    assert.equal(down.body().code, 'E_HIGHER_ROLE')
    assert.deepEqual(await rolesOf(organization), ['owner', 'admin', 'member', 'viewer'])
  })

  test('is nothing for members, other organizations or visitors', async ({ assert, client }) => {
    const organization = await acme()
    ;(await give(client, await bob(), organization, await viktor(), 'member')).assertStatus(403)
    ;(await give(client, await charlie(), organization, await bob(), 'viewer')).assertStatus(404)
    ;(await give(client, await charlie(), await globex(), await bob(), 'viewer')).assertStatus(404)
    ;(await give(client, await alice(), organization, { id: 'me' } as User, 'viewer')).assertStatus(422)
    assert.deepEqual(await rolesOf(organization), ['owner', 'admin', 'member', 'viewer'])
  })

  test('of the last owner stays', async ({ assert, client }) => {
    const organization = await acme()
    const answer = await give(client, await alice(), organization, await alice(), 'member')
    const { id: userId } = await somebody({ disabledAt: DateTime.utc() })
    await organization.related('memberships').create({ userId, role: 'owner' })
    const besideDisabled = await give(client, await alice(), organization, await alice(), 'member')

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_LAST_OWNER')
    besideDisabled.assertStatus(409)
    assert.equal((await rolesOf(organization))[0], 'owner')
  })
})

test.group('Leaving', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('ends what one could do there at once', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner', 'member')
    const user = people[1]
    await (await globex()).related('memberships').create({ userId: user.id, role: 'viewer' })
    const chosen = await client
      .put('/api/organizations/active')
      .loginAs(user)
      .withCsrfToken()
      .json({ organizationId: organization.id })
    const session = chosen.cookie('gantry_session')?.value
    ;(await remove(client, people[0], organization, user)).assertStatus(204)

    const blind = await client
      .post('/api/billing/checkout')
      .withCookie('gantry_session', session)
      .withCsrfToken()
      .json({})
    const me = await client.get('/api/auth/me').withCookie('gantry_session', session)
    const named = await client.get('/api/auth/me').loginAs(user).header('x-organization-id', organization.id)

    named.assertStatus(404)
    assert.notEqual(blind.status(), 201)
    assert.equal(me.body().data.organization.slug, 'globex')
  })

  test('does not move what was about to be written elsewhere', async ({ client }) => {
    const { organization, people } = await organizationOf('owner', 'admin')
    const user = people[1]
    await (await globex()).related('memberships').create({ userId: user.id, role: 'owner' })
    const write = () =>
      client
        .put('/api/single-sign-on')
        .loginAs(user)
        .withSession({ organizationId: organization.id })
        .withCsrfToken()
        .json({})
    // Refused by the plan of the organization that it is about.
    ;(await write()).assertBodyContains({ code: 'E_PLAN_REQUIRED' })
    ;(await leave(client, user, organization)).assertStatus(204)
    ;(await write()).assertStatus(404)
  })

  test('is told by mail to who was sent, and to nobody who went', async ({ assert, client, cleanup }) => {
    const [organization, user] = [await acme(), await bob()]
    await remove(client, await ada(), organization, user)
    await leave(client, await viktor(), organization)
    const told = await db
      .from('ledger_deliveries')
      .join('ledger_events', 'ledger_events.id', 'ledger_deliveries.event_id')
      .where({ subscriber: 'removal-mail' })
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await deliverEvent({ eventId: told[0].event_id, subscriber: 'removal-mail' })
    const [sent] = mails.sent((one) => one instanceof RemovalMail)

    assert.deepEqual(
      told.map(({ subject_id: id }) => id as string),
      [user.id],
    )
    sent?.message.assertTo('bob@acme.test')
    assert.include(String(sent?.message.nodeMailerMessage.text), '“Acme”')
  })

  test('is recorded: who went, and who was sent', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner', 'member', 'viewer')
    const [owner, member, viewer] = people
    ;(await leave(client, member, organization)).assertStatus(204)
    ;(await remove(client, owner, organization, viewer)).assertStatus(204)
    ;(await remove(client, owner, organization, viewer)).assertStatus(404)
    ;(await leave(client, member, organization)).assertStatus(404)

    assert.deepEqual(await eventsOf(organization), [
      ['member.left', { role: 'member' }],
      ['member.removed', { role: 'viewer' }],
    ])
  })

  test('is not for the last owner, nor done to who has a higher role', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner', 'admin', 'member')
    const [owner, admin, member] = people
    const alone = await leave(client, owner, organization)
    const coup = await remove(client, admin, organization, owner)

    assert.equal(alone.body().code, 'E_LAST_OWNER')
    assert.equal(coup.body().code, 'E_HIGHER_ROLE')
    ;(await remove(client, member, organization, admin)).assertStatus(403)
    ;(await remove(client, await alice(), organization, member)).assertStatus(404)
    ;(await client.delete(`${list(organization)}/${member.id}`).withCsrfToken()).assertStatus(401)
    ;(await client.delete(`/api/organizations/${organization.id}/membership`).withCsrfToken()).assertStatus(
      401,
    )
    assert.lengthOf(await rolesOf(organization), 3)
  })
})

test.group('Members', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are at most a hundred, however they come', async ({ assert }) => {
    const { organization } = await organizationOf('owner')
    const crowd = await User.createMany(
      Array.from({ length: limits.members }, () => ({
        email: `${uuidv7()}@initech.test`,
        fullName: 'One of many',
        password: null,
      })) as Partial<User>[],
    )
    const { id: organizationId } = organization
    const join = ({ id: userId }: User) =>
      db.transaction((trx) => Membership.begin({ organizationId, userId, role: 'member' }, trx))
    await organization
      .related('memberships')
      .createMany(crowd.slice(1).map(({ id: userId }) => ({ userId, role: 'member' })))

    await assert.rejects(() => join(crowd[0]!), /100 members/)
    assert.isNull(await join(crowd[1]!))
    assert.lengthOf(await rolesOf(organization), limits.members)
  })
})

test.group('Two owners', () => {
  test('who demote each other at the same moment leave one', async ({ assert, client, cleanup }) => {
    const { organization, people } = await organizationOf('owner', 'owner')
    const [first, second] = people
    cleanup(async () => {
      await organization.delete()
      for (const user of people) await user.delete()
    })
    const answers = await Promise.all([
      give(client, first, organization, second, 'member'),
      give(client, second, organization, first, 'member'),
    ])

    assert.sameMembers(
      answers.map((answer) => answer.status() === 200),
      [true, false],
    )
    assert.sameMembers(await rolesOf(organization), ['owner', 'member'])
  })

  test('who leave at the same moment leave one', async ({ assert, client, cleanup }) => {
    const { organization, people } = await organizationOf('owner', 'owner')
    cleanup(async () => {
      await organization.delete()
      for (const user of people) await user.delete()
    })
    const answers = await Promise.all(people.map((user) => leave(client, user, organization)))

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [204, 409],
    )
    assert.deepEqual(await rolesOf(organization), ['owner'])
  })
})
