import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import { targets } from '#tests/access_matrix'
import { openWorld, type World } from '#tests/access_world'
import { bodies } from '#tests/bodies'
import { changes, type Route, routes } from '#tests/route_table'
import { rowCounts, rowsOf } from '#tests/rows'
import { confirmed } from '#tests/world'

async function ask(
  client: ApiClient,
  world: World,
  { name, method, pattern }: Route,
  as: (request: ApiRequest) => ApiRequest,
  worded: (body: object) => unknown = (body) => body,
) {
  const target = await targets[name]?.(world)
  const request = client.request(target?.path ?? pattern, method as 'GET').redirects(0)
  const body = target?.body ?? bodies[name]?.(world) ?? {}
  if (method !== 'GET') request.json(worded(body) as object)
  request.header('x-organization-id', world.organization.id)
  // What the request is about is there by now.
  const before = await rowCounts()
  return { before, answer: await as(request) }
}

/** Who somebody is, and what they may. */
const standing = async () => ({
  users: await db
    .from('users')
    .select('id', 'role', 'email_verified_at', 'created_at', 'disabled_at')
    .orderBy('id'),
  memberships: await db.from('memberships').select('*').orderBy(['organization_id', 'user_id']),
  organizations: await db.from('organizations').select('id', 'created_at', 'disabled_at').orderBy('id'),
})

/** What nobody may say of themselves, in the words of a body that keeps even the names that objects do not. */
const greedy = (world: World) => (body: object) =>
  JSON.stringify({
    role: 'platform_admin',
    isAdmin: true,
    organizationId: world.elsewhere.id,
    plan: 'scale_monthly',
    emailVerifiedAt: '2001-01-01T00:00:00.000Z',
    id: world.userOf('outsider').id,
    createdAt: '2001-01-01T00:00:00.000Z',
    disabledAt: null,
    userId: world.userOf('outsider').id,
    // As the columns are called.
    is_admin: true,
    organization_id: world.elsewhere.id,
    user_id: world.userOf('outsider').id,
    email_verified_at: '2001-01-01T00:00:00.000Z',
    created_at: '2001-01-01T00:00:00.000Z',
    disabled_at: '2001-01-01T00:00:00.000Z',
    ...body,
  }).replace(/}$/, ',"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}')

/** What a route is for, it changes. */
const intended: Record<string, 'users' | 'memberships'> = { 'organizations.members.update': 'memberships' }

/** A file leaves an event, a sign-in elsewhere begins, and the Studio takes a seat. */
const writing = /\.export$|^single_sign_on\.(?:visit|callback)$|^auth\.providers\.|^studio\./

test.group('A forged request', (group) => {
  let world: World
  group.setup(async () => {
    world = await openWorld()
    return () => world.close()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('to {name}, with the cookie alone, is refused')
    .with(() => changes().filter(({ uses }) => uses.has('session')))
    .run(async ({ assert, client }, route) => {
      const { answer, before } = await ask(client, world, route, (request) =>
        request
          .loginAs(world.userOf('owner'))
          .withSession(confirmed())
          .header('sec-fetch-site', 'cross-site'),
      )
      answer.assertStatus(403)
      const code = route.uses.has('csrf') ? 'E_BAD_CSRF_TOKEN' : 'E_FORBIDDEN'
      assert.equal(answer.body().code, code)
      assert.deepEqual(await rowCounts(), before)
    })

  test('to {name}, with a bad bearer token, does not fall back to the cookie')
    .with(() => routes().filter(({ uses }) => uses.has('auth')))
    .run(async ({ client }, route) => {
      const { answer } = await ask(client, world, route, (request) =>
        request
          .loginAs(world.userOf('owner'))
          .withSession(confirmed())
          .withCsrfToken()
          .header('sec-fetch-site', 'same-origin')
          .header('authorization', 'Bearer x'),
      )
      // Where only a session means anything, a token is a mistake, good or bad.
      answer.assertStatus(route.needsSession ? 400 : 401)
    })

  test('to {name} that only reads changes nothing')
    .with(() => routes().filter(({ method, name }) => method === 'GET' && !writing.test(name)))
    .run(async ({ assert, client }, route) => {
      for (const caller of ['owner', 'platform admin'] as const) {
        const { before } = await ask(client, world, route, (request) =>
          request.loginAs(world.userOf(caller)).withSession(confirmed()),
        )
        assert.deepEqual(await rowCounts(), before)
      }
    })

  test('to {name} that says more than it is asked changes nobody’s standing, and nothing elsewhere')
    .with(() => changes().filter(({ name }) => !/^(?:cms|studio)\./.test(name)))
    .run(async ({ assert, client }, route) => {
      const [before, elsewhere] = [await standing(), await rowsOf(world.elsewhere.id)]
      await ask(
        client,
        world,
        route,
        (request) => request.loginAs(world.userOf('owner')).withSession(confirmed()).withCsrfToken(),
        greedy(world),
      )
      const after = await standing()
      const isKept = ({ id }: { id: string }) => after.users.some((user) => user.id === id)
      assert.isTrue(before.users.every(isKept))
      for (const table of ['users', 'memberships', 'organizations'] as const) {
        if (intended[route.name] === table) continue
        const known = new Set(before[table].map(({ id }) => id))
        const left = new Set(after[table].map(({ id }) => id))
        assert.deepEqual(
          after[table].filter(({ id }) => known.has(id)),
          before[table].filter(({ id }) => left.has(id)),
        )
      }
      const newcomers = after.users.filter(({ id }) => !before.users.some((user) => user.id === id))
      for (const { role, email_verified_at } of newcomers)
        assert.deepEqual({ role, email_verified_at }, { role: 'user', email_verified_at: null })
      assert.isNotEmpty(elsewhere)
      assert.deepEqual(await rowsOf(world.elsewhere.id), elsewhere)
      assert.notProperty({}, 'isAdmin')
    })
})
