import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import User from '#accounts/models/user'
import ApiKey, { type ApiKeyDraft } from '#api_keys/models/api_key'
import Organization from '#organizations/models/organization'

export const password = 'gantry-demo-2026'

/**
 * The people of the demo: alice owns Acme, ada is its admin, bob a member, viktor a viewer; charlie owns Globex, dana
 * runs the platform, eve edits.
 */
export const alice = () => User.findByOrFail({ email: 'alice@acme.test' })
export const bob = () => User.findByOrFail({ email: 'bob@acme.test' })
export const ada = () => User.findByOrFail({ email: 'ada@acme.test' })
export const viktor = () => User.findByOrFail({ email: 'viktor@acme.test' })
export const charlie = () => User.findByOrFail({ email: 'charlie@globex.test' })
export const dana = () => User.findByOrFail({ email: 'dana@gantry.test' })
export const eve = () => User.findByOrFail({ email: 'eve@gantry.test' })

export const acme = () => Organization.findByOrFail({ slug: 'acme' })
export const globex = () => Organization.findByOrFail({ slug: 'globex' })

/** Somebody nobody has met, so that tests do not meet each other's attempts. */
export const stranger = () => ({
  email: `mallory-${randomUUID()}@example.test`,
  password: 'correct-horse-9',
  fullName: 'Mallory Moreau',
})

export const login = (client: ApiClient, email: string, secret = password) =>
  client.post('/api/auth/login').withCsrfToken().json({ email, password: secret })

/** What a session holds whose owner has just proved who they are: `.loginAs(user).withSession(confirmed())`. */
export const confirmed = () => ({ confirmedAt: Date.now() })

export const bearer = async (client: ApiClient, email: string) => {
  const answer = await client.post('/api/auth/token').json({ email, password })
  return { authorization: `Bearer ${answer.body().data.token}` }
}

/** A key that somebody has made for an organization of theirs, and the headers of a program that has it. */
export async function keyFor(creator: User, { id }: Organization, details: Partial<ApiKeyDraft> = {}) {
  const draft = {
    name: 'Deploy',
    scopes: ['organization.read' as const],
    perMinute: 120,
    expiresInDays: null,
  }
  const { key, secret } = await ApiKey.issue(id, creator, { ...draft, ...details })
  return { key, secret, headers: { authorization: `Bearer ${secret}` } }
}

/** The token that an answer of `GET /api/auth/csrf` has set, to be sent back with the session it came with. */
export function xsrf(headers: Record<string, string | string[] | undefined>) {
  const cookie = [headers['set-cookie']].flat().find((value) => value?.startsWith('XSRF-TOKEN='))
  return decodeURIComponent(cookie?.split(';')[0]?.slice('XSRF-TOKEN='.length) ?? '')
}
