import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import { uuidv7 } from 'uuidv7'
import { callers, confirmedCallers, matrix, targets, whenConfirmed, whileActing } from '#tests/access_matrix'
import { openWorld, type World } from '#tests/access_world'
import { type Route, routes } from '#tests/route_table'
import { confirmed } from '#tests/world'

/** What a guard says no with; anything else comes from behind it. */
const refusals = new Set([401, 403, 404])

async function answerTo(
  client: ApiClient,
  route: Route,
  world: World,
  caller: Parameters<World['as']>[1],
  session?: ReturnType<typeof confirmed>,
) {
  const rollback = await testUtils.db().wrapInGlobalTransaction()
  try {
    const target = await targets[route.name]?.(world)
    const path = target?.path ?? route.pattern
    const request = client.request(path, route.method as 'GET').redirects(0)
    // As a page of ours, which is all that the Studio knows.
    request.header('sec-fetch-site', 'same-origin')
    if (route.method !== 'GET') request.json(target?.body ?? {})
    // Awaiting who asks is asking.
    if (session) request.withSession(session)
    await world.as(request, caller)
    const answer = await request
    if (answer.status() >= 500) return `${answer.status()}!`
    return refusals.has(answer.status()) ? String(answer.status()) : 'ok'
  } finally {
    await rollback()
  }
}

test.group('Who may do what', (group) => {
  let world: World
  group.setup(async () => {
    world = await openWorld()
    return () => world.close()
  })

  test('is written down for every route, and for no other', ({ assert }) => {
    assert.sameMembers(
      Object.keys(matrix),
      routes().map(({ name }) => name),
    )
  })

  test('{name}, while acting as the owner')
    .with(() => routes().filter(({ name }) => matrix[name]?.startsWith('401') && matrix[name].includes('ok')))
    .run(async ({ assert, client }, route) => {
      const answer = await answerTo(client, route, world, 'administrator acting as owner')
      if (whileActing.has(route.name)) assert.equal(answer, 'ok')
      else assert.include(['403', '404'], answer)
    })

  test('{name}')
    .with(routes)
    .run(async ({ assert, client }, route) => {
      const row: string[] = []
      for (const caller of callers) row.push(await answerTo(client, route, world, caller))
      assert.equal(row.join(' '), matrix[route.name])
    })

  test('of those that ask for a fresh proof, is written down for who gives it', ({ assert }) => {
    const asking = routes().filter(({ uses }) => uses.has('confirmed'))
    assert.sameMembers(
      Object.keys(whenConfirmed),
      asking.map(({ name }) => name),
    )
  })

  test('{name}, just confirmed')
    .with(() => routes().filter(({ name }) => name in whenConfirmed))
    .run(async ({ assert, client }, route) => {
      const row: string[] = []
      for (const caller of confirmedCallers)
        row.push(await answerTo(client, route, world, caller, confirmed()))
      assert.equal(row.join(' '), whenConfirmed[route.name])
    })

  /** A stranger who asks about what is somebody else's, and about what there is not, in an organization of their own. */
  test('{name} tells a stranger nothing of what there is')
    .with(() =>
      routes().filter(
        ({ name, pattern, uses }) => targets[name] && uses.has('organization') && pattern.includes(':'),
      ),
    )
    .run(async ({ assert, client }, route) => {
      const rollback = await testUtils.db().wrapInGlobalTransaction()
      try {
        const { path = route.pattern, body } = await targets[route.name]!(world)
        const ask = (address: string) =>
          answerOf(client, route, address, body ?? {}, (request) =>
            request
              .loginAs(world.userOf('outsider'))
              .withCsrfToken()
              .withSession(confirmed())
              .header('x-organization-id', world.elsewhere.id),
          )
        const known = await ask(path)
        assert.match(path, anyId)
        assert.equal(known.status, 404)
        assert.deepEqual(known, await ask(path.replaceAll(new RegExp(anyId, 'g'), () => uuidv7())))
      } finally {
        await rollback()
      }
    })
})

const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/

async function answerOf(
  client: ApiClient,
  { method }: Route,
  path: string,
  body: object,
  as: (request: ApiRequest) => ApiRequest,
) {
  const request = client.request(path, method as 'GET').redirects(0)
  if (method !== 'GET') request.json(body)
  const answer = await as(request)
  const { requestId: _, ...told } = answer.body() as { requestId?: string }
  return {
    status: answer.status(),
    told,
    headers: Object.entries(answer.headers()).filter(([name]) => !volatile.test(name)),
  }
}

const volatile = /^(?:x-request-id|date|etag|set-cookie|x-ratelimit-.*)$/
