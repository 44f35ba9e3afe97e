import { randomUUID } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiRequest } from '@japa/api-client'
import { DateTime } from 'luxon'
import sharp from 'sharp'
import User from '#accounts/models/user'
import ApiKey from '#api_keys/models/api_key'
import Invitation from '#organizations/models/invitation'
import Organization from '#organizations/models/organization'
import Team from '#organizations/models/team'
import type { Action } from '#ledger/record'
import { readingKey } from '#tests/access_world'
import { confirmed, dana, stranger } from '#tests/world'

/** Who acts, where, and on whom. */
interface World {
  user: User
  member: User
  organization: Organization
}

type Subject = keyof World | 'another'

interface Act {
  request: [
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string | ((world: World) => string | Promise<string>),
  ]
  body?: object | ((world: World) => object)
  send?: (request: ApiRequest) => ApiRequest
  subject: Subject
  /** Whether the event is one of the organization's. */
  within?: true
  /** Done by an administrator of the platform. */
  byPlatform?: true
}

const own = (world: World) => `/api/organizations/${world.organization.id}`

const drawn = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
  .png()
  .toBuffer()
const picture = (request: ApiRequest) => request.file('picture', drawn, { filename: 'me.png' })

async function invitationOf({ organization }: World) {
  const wanted = { organizationId: organization.id, email: 'ines@initech.test', role: 'member' }
  return new Invitation()
    .merge(wanted)
    .renew()
    .merge({ sentAt: DateTime.utc().minus({ hours: 1 }) })
    .save()
}
const teamOf = ({ organization }: World) =>
  Team.create({ organizationId: organization.id, name: 'Crew', resources: [] })

const acts: Partial<Record<Action, Act>> = {
  'user.logged_out': { request: ['POST', '/api/auth/logout'], subject: 'user' },
  'user.profile_updated': {
    request: ['PATCH', '/api/user/me'],
    body: { fullName: 'Somebody Else' },
    subject: 'user',
  },
  'user.password_changed': {
    request: ['POST', '/api/auth/change-password'],
    body: { currentPassword: 'correct-horse-9', password: 'battery-staple-8' },
    subject: 'user',
  },
  'user.avatar_changed': { request: ['POST', '/api/user/avatar'], send: picture, subject: 'user' },
  'user.avatar_removed': {
    request: [
      'DELETE',
      async ({ user }) => {
        await user.merge({ avatar: 'm'.repeat(43) }).save()
        return '/api/user/avatar'
      },
    ],
    subject: 'user',
  },
  'user.preferences_changed': {
    request: ['PUT', '/api/preferences'],
    body: { theme: 'dark', timeZone: 'Europe/Berlin', mutedMails: [] },
    subject: 'user',
  },
  'user.sessions_ended': { request: ['DELETE', '/api/auth/sessions'], subject: 'user' },
  'user.email_change_requested': {
    request: ['POST', '/api/user/email'],
    body: () => ({ email: stranger().email }),
    subject: 'user',
  },
  'user.export_requested': { request: ['POST', '/api/user/export'], subject: 'another' },
  'organization.created': {
    request: ['POST', '/api/organizations'],
    body: { name: 'Initech' },
    subject: 'another',
    within: true,
  },
  'organization.renamed': {
    request: ['PATCH', own],
    body: ({ organization }) => ({ name: 'Renamed', slug: organization.slug }),
    subject: 'organization',
    within: true,
  },
  'organization.logo_changed': {
    request: ['POST', (world) => `${own(world)}/logo`],
    send: picture,
    subject: 'organization',
    within: true,
  },
  'member.role_changed': {
    request: ['PATCH', (world) => `${own(world)}/members/${world.member.id}`],
    body: { role: 'admin' },
    subject: 'member',
    within: true,
  },
  'member.removed': {
    request: ['DELETE', (world) => `${own(world)}/members/${world.member.id}`],
    subject: 'member',
    within: true,
  },
  'member.invited': {
    request: ['POST', (world) => `${own(world)}/invitations`],
    body: () => ({ email: stranger().email, role: 'member' }),
    subject: 'another',
    within: true,
  },
  'member.invitation_resent': {
    request: ['POST', async (world) => `${own(world)}/invitations/${(await invitationOf(world)).id}/mail`],
    subject: 'another',
    within: true,
  },
  'member.invitation_revoked': {
    request: ['DELETE', async (world) => `${own(world)}/invitations/${(await invitationOf(world)).id}`],
    subject: 'another',
    within: true,
  },
  'team.created': {
    request: ['POST', (world) => `${own(world)}/teams`],
    body: { name: 'Yard', resources: [], userIds: [] },
    subject: 'another',
    within: true,
  },
  'team.changed': {
    request: ['PATCH', async (world) => `${own(world)}/teams/${(await teamOf(world)).id}`],
    body: { name: 'Yard', resources: [], userIds: [] },
    subject: 'another',
    within: true,
  },
  'team.deleted': {
    request: ['DELETE', async (world) => `${own(world)}/teams/${(await teamOf(world)).id}`],
    subject: 'another',
    within: true,
  },
  'api_key.created': {
    request: ['POST', '/api/api-keys'],
    body: { name: 'Deploy', scopes: ['member.read'], perMinute: 60, expiresInDays: 30 },
    subject: 'another',
    within: true,
  },
  'api_key.revoked': {
    request: [
      'DELETE',
      async ({ organization, user }) =>
        `/api/api-keys/${(await ApiKey.issue(organization.id, user, readingKey)).key.id}`,
    ],
    subject: 'another',
    within: true,
  },
  'user.updated': {
    request: ['PATCH', ({ member }) => `/api/admin/users/${member.id}`],
    body: { fullName: 'Somebody Else', role: 'user' },
    subject: 'member',
    byPlatform: true,
  },
  'user.disabled': {
    request: ['POST', ({ member }) => `/api/admin/users/${member.id}/suspension`],
    body: { reason: 'Asked for it' },
    subject: 'member',
    byPlatform: true,
  },
  'user.impersonation_started': {
    request: ['POST', ({ member }) => `/api/admin/users/${member.id}/impersonation`],
    body: { reason: 'Asked for help' },
    subject: 'member',
    byPlatform: true,
  },
  'organization.disabled': {
    request: ['POST', ({ organization }) => `/api/admin/organizations/${organization.id}/suspension`],
    body: { reason: 'Asked for it' },
    subject: 'organization',
    within: true,
    byPlatform: true,
  },
}

async function somebody() {
  const { email, password } = stranger()
  return User.create({ email, password, fullName: 'Somebody', emailVerifiedAt: DateTime.now() })
}

async function openWorld(): Promise<World> {
  const [user, member, organization] = [
    await somebody(),
    await somebody(),
    await Organization.create({ name: `Ledger ${randomUUID()}` }),
  ]
  await organization.related('memberships').create({ userId: user.id, role: 'owner' })
  await organization.related('memberships').create({ userId: member.id, role: 'member' })
  return { user, member, organization }
}

test.group('Each act leaves one event that says everything: ', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [action, act] of Object.entries(acts)) {
    test(action, async ({ assert, client }) => {
      const world = await openWorld()
      const actor = act.byPlatform ? await dana() : world.user
      const [method, path] = act.request
      const request = client
        .request(typeof path === 'string' ? path : await path(world), method as 'GET')
        .loginAs(actor)
        .withSession(confirmed())
        .withCsrfToken()
        .header('user-agent', 'Ledger/1.0')
      if (!act.byPlatform) request.header('x-organization-id', world.organization.id)
      if (act.send) act.send(request)
      else request.json((typeof act.body === 'function' ? act.body(world) : act.body) ?? {})
      // Not by their order: a gateway whose clock was ahead may have written some of tomorrow.
      const before = (await db.from('ledger_events').select('id')).map(({ id }) => id)
      const answer = await request

      assert.isBelow(answer.status(), 300, answer.text())
      const events = await db.from('ledger_events').whereNotIn('id', before).orderBy('id')
      assert.deepEqual(
        events.map((event) => event.action),
        [action],
      )
      const [event] = events
      assert.containsSubset(event, {
        actor_type: 'user',
        actor_id: actor.id,
        ip: '127.0.0.1',
        user_agent: 'Ledger/1.0',
        request_id: answer.header('x-request-id'),
        impersonator_id: null,
      })
      if (act.subject !== 'another') assert.equal(event.subject_id, world[act.subject].id)
      const isOfIt = act.within && action !== 'organization.created'
      if (isOfIt) assert.equal(event.organization_id, world.organization.id)
      else if (act.within) assert.equal(event.organization_id, event.subject_id)
      else assert.isNull(event.organization_id)
    })
  }
})
