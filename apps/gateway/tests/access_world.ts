import type { ApiRequest } from '@japa/api-client'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { tokenForCredentials } from '#accounts/access_token'
import User from '#accounts/models/user'
import ApiKey, { type ApiKeyDraft } from '#api_keys/models/api_key'
import { scopes } from '#api_keys/scopes'
import { giveBackSeat } from '#content/studio/seats'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { namedSessionKey, sessionsKey } from '#core/session/redis_session_store'
import Organization from '#organizations/models/organization'
import type { callers } from '#tests/access_matrix'
import { Browser } from '#tests/browser'
import { password } from '#tests/world'

export type Caller = (typeof callers)[number]

const people = {
  viewer: { membership: 'viewer' },
  member: { membership: 'member' },
  admin: { membership: 'admin' },
  owner: { membership: 'owner' },
  'disabled user': { membership: 'owner', disabledAt: DateTime.now() },
  outsider: {},
  editor: { role: 'editor' },
  'platform admin': { role: 'platform_admin' },
} as const

export const readingKey: ApiKeyDraft = {
  name: 'Reader',
  scopes: scopes.filter((scope) => scope.endsWith('.read')),
  perMinute: 1_000,
  expiresInDays: null,
}

/**
 * An organization with one person for each role, and strangers to it. Every request says that it is about this
 * organization, whoever sends it.
 */
export async function openWorld() {
  const organization = await Organization.create({ name: 'Everyone' })
  // Roles are what is asked about here, so no plan stands in the way.
  const feature = { organization_id: organization.id, feature: 'sso', value: 'true' }
  await db.table('entitlement_overrides').insert(feature)
  const users = new Map<Caller, User>()
  for (const [caller, { membership, ...person }] of Object.entries(people) as [
    Caller,
    { membership?: 'viewer' | 'member' | 'admin' | 'owner'; role?: User['role'] },
  ][]) {
    const user = await User.create({
      email: `${uuidv7()}@everyone.test`,
      fullName: `The ${caller}`,
      password,
      emailVerifiedAt: DateTime.now(),
      ...person,
    })
    if (membership) await organization.related('memberships').create({ userId: user.id, role: membership })
    users.set(caller, user)
  }
  const userOf = (caller: Caller) => users.get(caller)!
  const elsewhere = await Organization.create({ name: 'Elsewhere' })
  await elsewhere.related('memberships').create({ userId: userOf('outsider').id, role: 'owner' })
  const keys = new Map<Caller, { secret: string }>([
    [
      'API key of another organization',
      await ApiKey.issue(elsewhere.id, userOf('outsider'), { ...readingKey, scopes }),
    ],
    ['API key that only reads', await ApiKey.issue(organization.id, userOf('owner'), readingKey)],
  ])

  const expired = await expiredSession(userOf('owner'))

  return {
    organization,
    elsewhere,
    userOf,

    async as(request: ApiRequest, caller: Caller | 'administrator acting as owner') {
      request.header('x-organization-id', organization.id)
      if (caller === 'token of another organization') {
        const { token } = await tokenForCredentials(userOf('outsider'))
        return request.bearerToken(token)
      }
      if (caller === 'administrator acting as owner')
        return request
          .loginAs(userOf('owner'))
          .withCsrfToken()
          .withSession(actedBy(userOf('platform admin')))
      const key = keys.get(caller)
      if (key) return request.bearerToken(key.secret)
      if (caller === 'expired session') request.withCookie('gantry_session', expired)
      const user = users.get(caller)
      return user ? request.loginAs(user).withCsrfToken() : request.withCsrfToken()
    },

    async close() {
      for (const caller of ['editor', 'platform admin'] as const) await giveBackSeat(userOf(caller).id)
      await organization.delete()
      await elsewhere.delete()
      for (const user of users.values()) await user.delete()
    },
  }
}

/** Of somebody who has signed in, and whose session Redis has forgotten meanwhile. */
async function expiredSession({ email, id }: User) {
  const browser = new Browser()
  await browser.signIn(email, password)
  const names = await redis.zrange(sessionsKey(id), 0, -1)
  await redis.del(...names.map(namedSessionKey))
  return browser.sessionId
}

export type World = Awaited<ReturnType<typeof openWorld>>

const actedBy = ({ id, sessionEpoch }: User) => ({
  confirmedAt: Date.now(),
  impersonation: {
    administratorId: id,
    epoch: sessionEpoch,
    reason: 'To see what they see',
    endsAt: DateTime.utc().plus({ minutes: 5 }).toISO(),
    session: {},
  },
})
