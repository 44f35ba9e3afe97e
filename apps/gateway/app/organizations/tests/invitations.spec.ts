import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { limits } from '#config/organizations'
import deliverEvent from '#ledger/jobs/deliver_event'
import eraseInvitations from '#organizations/erase_invitations'
import { InvitationMail } from '#organizations/mails/invitation_mail'
import Invitation from '#organizations/models/invitation'
import Membership from '#organizations/models/membership'
import type Organization from '#organizations/models/organization'
import { eventsOf, organizationOf, rolesOf, somebody } from '#organizations/tests/world'
import { acme, ada, alice, bob, charlie, dana, globex } from '#tests/world'

const path = ({ id }: { id: string }) => `/api/organizations/${id}/invitations`
const wanted = (change: object = {}) => ({ email: 'ines@initech.test', role: 'member', ...change })

const invite = (client: ApiClient, by: User, there: Organization, body: object = wanted()) =>
  client.post(path(there)).loginAs(by).withCsrfToken().json(body)
const resend = (client: ApiClient, by: User, there: Organization, id: string) =>
  client.post(`/api/organizations/${there.id}/invitations/${id}/mail`).loginAs(by).withCsrfToken()
const revoke = (client: ApiClient, by: User, there: Organization, id: string) =>
  client.delete(`/api/organizations/${there.id}/invitations/${id}`).loginAs(by).withCsrfToken()
const pending = async () => Invitation.pendingIn((await acme()).id)

/** An invitation as if it had been mailed, and the secret of its link. */
async function mailed({ id: organizationId }: Organization, change: Partial<Invitation> = {}) {
  const invitation = await new Invitation()
    .merge({ organizationId, ...wanted() })
    .renew()
    .merge(change)
    .save()
  return { invitation, token: await db.transaction((trx) => invitation.issue(trx)) }
}

test.group('Inviting', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('sends a mail whose link is known by its hash alone', async ({ assert, client, cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const answer = await invite(client, await ada(), await acme(), wanted({ email: ' INES@initech.test' }))
    const event = await db.from('ledger_events').where({ action: 'member.invited' }).firstOrFail()
    await deliverEvent({ eventId: event.id, subscriber: 'invitation-mail' })
    const sent = mails.sent((one) => one instanceof InvitationMail)[0]
    const text = String(sent?.message.nodeMailerMessage.text)
    const [, token] = /invitations#([\w-]+)/.exec(text) ?? []
    const [kept] = await pending()

    answer.assertStatus(201)
    sent?.message.assertTo('ines@initech.test')
    assert.include(text, 'Ada Adeyemi')
    assert.notInclude(JSON.stringify(kept!.$attributes), token!)
    assert.notProperty(answer.body().data, 'hash')
    assert.deepEqual(event.metadata, wanted())
    ;(await client.post('/api/invitations').withCsrfToken().json({ token })).assertStatus(200)
  })

  test('shows who has not answered, to who manages members', async ({ assert, client }) => {
    await invite(client, await alice(), await acme())
    const list = await client.get(path(await acme())).loginAs(await ada())

    assert.equal(list.body().total, 1)
    assert.containsSubset(list.body().data, [{ ...wanted(), invitedBy: 'Alice Andersson', isExpired: false }])
    ;(await client.get(path(await acme())).loginAs(await bob())).assertStatus(403)
    ;(await client.get(path(await acme())).loginAs(await charlie())).assertStatus(404)
    ;(await client.get(path(await acme()))).assertStatus(401)
  })

  const refused = {
    email: ['', 'nobody', null, 7],
    role: ['emperor', '', null, 'owner'],
  }
  for (const [field, values] of Object.entries(refused)) {
    test(`refuses a bad ${field}`, async ({ assert, client }) => {
      for (const value of values) {
        const answer = await invite(client, await ada(), await acme(), wanted({ [field]: value }))
        answer.assertStatus(422)
        assert.property(answer.body().details, field)
      }
      assert.lengthOf(await pending(), 0)
    })
  }

  test('is of nobody who is there or invited already', async ({ assert, client }) => {
    const member = await invite(client, await ada(), await acme(), wanted({ email: 'BOB@acme.test' }))
    await invite(client, await ada(), await acme())
    const again = await invite(client, await ada(), await acme(), wanted({ role: 'viewer' }))

    assert.include(member.body().details.email, 'member already')
    assert.include(again.body().details.email, 'invited already')
    assert.deepEqual(
      (await pending()).map(({ role }) => role),
      ['member'],
    )
  })

  test('is not for members, strangers, visitors or the unconfirmed', async ({ assert, client }) => {
    const organization = await acme()
    ;(await invite(client, await bob(), organization)).assertStatus(403)
    ;(await invite(client, await charlie(), organization)).assertStatus(404)
    ;(await client.post(path(organization)).withCsrfToken().json(wanted())).assertStatus(401)
    await (await ada()).merge({ emailVerifiedAt: null }).save()
    const unconfirmed = await invite(client, await ada(), organization)

    assert.equal(unconfirmed.body().code, 'E_EMAIL_UNVERIFIED')
    assert.lengthOf(await pending(), 0)
  })

  test('counts towards the limit of members', async ({ assert, client }) => {
    const { organization, people } = await organizationOf('owner')
    await people[0].merge({ emailVerifiedAt: DateTime.utc() }).save()
    const { id: organizationId } = organization
    for (let guest = 1; guest < limits.members; guest += 1)
      await new Invitation()
        .merge({ organizationId, email: `guest-${guest}@initech.test`, role: 'viewer' })
        .renew()
        .save()
    const full = await invite(client, people[0], organization)
    await Invitation.query()
      .where({ email: 'guest-1@initech.test' })
      .update({ expires_at: new Date(0) })

    assert.equal(full.body().code, 'E_MEMBER_LIMIT')
    ;(await invite(client, people[0], organization)).assertStatus(201)
  })

  test('works thirty times an hour', async ({ client }) => {
    const [user, organization] = [await ada(), await acme()]
    for (let count = 0; count < 30; count += 1) await invite(client, user, organization, {})
    ;(await invite(client, user, organization)).assertStatus(429)
  })

  test('can be done again, and taken back', async ({ assert, client }) => {
    const [user, organization] = [await ada(), await acme()]
    const { id } = (await invite(client, user, organization)).body().data
    const early = await resend(client, user, organization, id)
    const past = DateTime.utc().minus({ days: 8 })
    await Invitation.query().where({ id }).update({ sent_at: past.toJSDate(), expires_at: past.toJSDate() })
    const later = await resend(client, user, organization, id)

    assert.equal(early.body().code, 'E_INVITED_JUST_NOW')
    later.assertStatus(202)
    assert.isFalse(later.body().data.isExpired)
    ;(await revoke(client, await bob(), organization, id)).assertStatus(403)
    ;(await revoke(client, await charlie(), await globex(), id)).assertStatus(404)
    ;(await resend(client, await charlie(), await globex(), id)).assertStatus(404)
    ;(await revoke(client, user, organization, id)).assertStatus(204)
    ;(await revoke(client, user, organization, id)).assertStatus(404)
    assert.deepEqual(
      (await eventsOf(organization)).map(([action]) => action).filter((action) => /invit/.test(action)),
      ['member.invited', 'member.invitation_resent', 'member.invitation_revoked'],
    )
  })
})

test.group('An invitation', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const read = (client: ApiClient, token: unknown) =>
    client.post('/api/invitations').withCsrfToken().json({ token })
  const accept = (client: ApiClient, user: User, token: unknown) =>
    client.post('/api/invitations/acceptance').loginAs(user).withCsrfToken().json({ token })
  const register = (client: ApiClient, token: unknown, change: object = {}) =>
    client
      .post('/api/invitations/registration')
      .withCsrfToken()
      .json({ token, fullName: 'Ines Iwasaki', password: 'violet-harbour-72', ...change })

  test('says where to, and who is looking', async ({ assert, client }) => {
    const { token } = await mailed(await acme(), { invitedBy: (await ada()).id })
    const visitor = await read(client, token)
    const other = await client
      .post('/api/invitations')
      .loginAs(await bob())
      .withCsrfToken()
      .json({ token })

    assert.deepEqual(visitor.body().data, {
      organization: 'Acme',
      ...wanted(),
      invitedBy: 'Ada Adeyemi',
      signedInAs: null,
      hasAccount: false,
    })
    assert.equal(other.body().data.signedInAs, 'bob@acme.test')
  })

  test('makes who is signed in a member, and confirms their address', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    const { token } = await mailed(await acme())
    const answer = await accept(client, user, token)
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)
    const again = await accept(client, user, token)

    answer.assertStatus(200)
    assert.containsSubset(me.body().data.organization, { slug: 'acme', role: 'member' })
    assert.isNotNull((await user.refresh()).emailVerifiedAt)
    assert.equal(again.body().code, 'E_LINK_USED')
    assert.deepEqual((await eventsOf(await acme())).at(-1), [
      'member.joined',
      { role: 'member', invitedBy: null },
    ])
  })

  test('is for one address', async ({ assert, client }) => {
    const { token } = await mailed(await acme())
    const answer = await accept(client, await charlie(), token)

    answer.assertStatus(403)
    assert.equal(answer.body().code, 'E_OTHER_INVITEE')
    assert.include(answer.body().error, 'charlie@globex.test')
    assert.lengthOf(await rolesOf(await acme()), 4)
    assert.lengthOf(await pending(), 1)
  })

  test('opens an account, with a confirmed address and no other organization', async ({ assert, client }) => {
    const { token } = await mailed(await acme())
    const answer = await register(client, token, { email: ' INES@initech.test', role: 'owner' })
    const user = await User.findByOrFail({ email: wanted().email })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    answer.assertStatus(201)
    assert.isNotNull(user.emailVerifiedAt)
    assert.equal(user.role, 'user')
    assert.containsSubset(me.body().data.organization, { slug: 'acme', role: 'member' })
    assert.lengthOf(await Membership.query().where({ userId: user.id }), 1)
    ;(
      await client
        .post('/api/auth/login')
        .withCsrfToken()
        .json({ email: wanted().email, password: 'violet-harbour-72' })
    ).assertStatus(200)
    assert.equal((await register(client, token)).body().code, 'E_LINK_USED')
  })

  test('opens an account for no other address, nor confirms one', async ({ assert, client }) => {
    const { token } = await mailed(await acme())
    for (const email of ['mallory@example.test', 'nobody']) {
      const answer = await register(client, token, { email })
      answer.assertStatus(422)
      assert.property(answer.body().details, 'email')
      assert.isNull(await User.findBy({ email }))
    }
    assert.isNull(await User.findBy({ email: wanted().email }))
    assert.lengthOf(await pending(), 1)
  })

  test('opens no second account', async ({ assert, client }) => {
    await somebody({ email: wanted().email })
    const { token } = await mailed(await acme())
    const answer = await register(client, token)

    assert.property(answer.body().details, 'token')
    assert.lengthOf(await pending(), 1)
    assert.isTrue((await read(client, token)).body().data.hasAccount)
  })

  test('takes no bad name or password', async ({ assert, client }) => {
    const { token } = await mailed(await acme())
    for (const bad of [{ fullName: ' ' }, { password: 'short' }]) {
      const answer = await register(client, token, bad)
      assert.property(answer.body().details, Object.keys(bad)[0]!)
    }
    assert.isNull(await User.findBy({ email: wanted().email }))
    assert.property((await register(client, undefined)).body().details, 'token')
  })

  test('that expired, was revoked, sent again or guessed is refused', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    const past = DateTime.utc().minus({ minutes: 1 })
    const { invitation, token } = await mailed(await acme(), { expiresAt: past })
    const codes = async (secret: string) => [
      (await read(client, secret)).body().code,
      (await accept(client, user, secret)).body().code,
      (await register(client, secret)).body().code,
    ]
    const all = (code: string) => [code, code, code]

    assert.deepEqual(await codes(token), all('E_LINK_EXPIRED'))
    await invitation.renew().save()
    const fresh = await db.transaction((trx) => invitation.issue(trx))
    assert.deepEqual(await codes(token), all('E_LINK_UNKNOWN'))
    await invitation.delete()
    assert.deepEqual(await codes(fresh), all('E_LINK_UNKNOWN'))
    assert.deepEqual(await codes('a guess'), all('E_LINK_UNKNOWN'))
    assert.lengthOf(await rolesOf(await acme()), 4)
  })

  test('is not used up by reading, nor by other sites', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    const { token } = await mailed(await acme())
    await read(client, token)
    ;(await client.post('/api/invitations/acceptance').loginAs(user).json({ token })).assertStatus(403)
    ;(await client.post('/api/invitations/acceptance').withCsrfToken().json({ token })).assertStatus(401)
    ;(await client.post('/api/invitations/registration').json({ token })).assertStatus(403)

    assert.lengthOf(await pending(), 1)
  })

  test('leaves who came in another way meanwhile what they are', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    await (await acme()).related('memberships').create({ userId: user.id, role: 'viewer' })
    const { token } = await mailed(await acme(), { role: 'admin' })
    ;(await accept(client, user, token)).assertStatus(200)

    assert.equal((await Membership.findByOrFail({ userId: user.id })).role, 'viewer')
  })

  test('leads nobody into a disabled organization', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    const { token } = await mailed(await acme())
    await (await acme()).merge({ disabledAt: DateTime.utc() }).save()
    const answer = await accept(client, user, token)

    assert.equal(answer.body().code, 'E_ORGANIZATION_DISABLED')
    assert.lengthOf(await pending(), 1)
  })

  test('goes with the person it was sent to', async ({ assert }) => {
    const user = await somebody({ email: wanted().email })
    await mailed(await acme())
    const acceptedAt = DateTime.utc()
    await mailed(await globex(), { email: 'open@initech.test', invitedBy: user.id })
    await mailed(await globex(), { email: 'other@initech.test', invitedBy: user.id, acceptedAt })
    await eraseInvitations(user)
    await user.delete()

    assert.deepEqual(
      (await Invitation.all()).map(({ email, invitedBy }) => [email, invitedBy]),
      [['other@initech.test', null]],
    )
    assert.deepEqual((await eventsOf(await globex())).at(-1), [
      'member.invitation_revoked',
      { email: 'open@initech.test', role: 'member' },
    ])
  })

  test('is worth nothing once who sent it is no member any more', async ({ assert, client }) => {
    const organization = await acme()
    const inviter = await ada()
    const there = `/api/organizations/${organization.id}`
    const away = [
      { path: `${there}/membership`, by: inviter },
      { path: `${there}/members/${inviter.id}`, by: await alice() },
    ]
    for (const { path: address, by } of away) {
      const { token } = await mailed(organization, { invitedBy: inviter.id })
      const { invitation: others } = await mailed(await globex(), { invitedBy: inviter.id })
      ;(await client.delete(address).loginAs(by).withCsrfToken()).assertStatus(204)

      assert.equal((await read(client, token)).body().code, 'E_LINK_UNKNOWN')
      assert.equal((await register(client, token)).body().code, 'E_LINK_UNKNOWN')
      assert.lengthOf(await pending(), 0)
      await others.refresh()
      await others.delete()
      await organization.related('memberships').create({ userId: inviter.id, role: 'admin' })
    }
    const revoked = (await eventsOf(organization)).filter(([action]) => /revoked/.test(action))
    assert.lengthOf(revoked, 2)
  })

  test('is worth nothing once who sent it is disabled', async ({ assert, client }) => {
    const inviter = await ada()
    const { token } = await mailed(await acme(), { invitedBy: inviter.id })
    const { token: others } = await mailed(await acme(), {
      email: 'other@initech.test',
      invitedBy: (await alice()).id,
    })
    const answer = await client
      .post(`/api/admin/users/${inviter.id}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
      .json({ reason: 'Sent spam' })

    answer.assertStatus(200)
    assert.equal((await read(client, token)).body().code, 'E_LINK_UNKNOWN')
    ;(await read(client, others)).assertStatus(200)
  })

  test('does not lead beyond five organizations', async ({ assert, client }) => {
    const user = await somebody({ email: wanted().email })
    for (let count = 0; count < limits.organizations; count += 1) {
      const { organization } = await organizationOf('owner')
      await organization.related('memberships').create({ userId: user.id, role: 'viewer' })
    }
    const { token } = await mailed(await acme())
    const answer = await accept(client, user, token)

    assert.equal(answer.body().code, 'E_ORGANIZATION_LIMIT')
    assert.lengthOf(await pending(), 1)
  })

  test('is forgotten a month after it expired', async ({ assert }) => {
    const at = (days: number) => ({ expiresAt: DateTime.utc().minus({ days }) })
    await mailed(await acme(), at(31))
    const { invitation } = await mailed(await globex(), at(29))
    await Invitation.forgetOld()

    assert.deepEqual(
      (await Invitation.all()).map(({ id }) => id),
      [invitation.id],
    )
  })
})

test.group('Accepting at the same moment', () => {
  test('makes one membership', async ({ assert, client, cleanup }) => {
    const { organization, people } = await organizationOf('owner')
    const user = await somebody()
    cleanup(async () => {
      await organization.delete()
      for (const one of [...people, user]) await one.delete()
    })
    const { token } = await mailed(organization, { email: user.email })
    const answers = await Promise.all(
      Array.from({ length: 3 }, () =>
        client.post('/api/invitations/acceptance').loginAs(user).withCsrfToken().json({ token }),
      ),
    )

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 422, 422],
    )
    assert.deepEqual(await rolesOf(organization), ['owner', 'member'])
    assert.lengthOf(
      (await eventsOf(organization)).filter(([action]) => action === 'member.joined'),
      1,
    )
  })
})
