import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { callers, matrix, targets, whileActing } from '#tests/access_matrix'
import { openWorld, type World } from '#tests/access_world'

const routes = () =>
  Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => !pattern.startsWith('/internal/'))
    .map(({ name, pattern, methods }) => ({
      name: name ?? pattern,
      pattern,
      method: methods.find((method) => method !== 'HEAD') ?? 'GET',
    }))

type Route = ReturnType<typeof routes>[number]

/** What a guard says no with; anything else comes from behind it. */
const refusals = new Set([401, 403, 404])

async function answerTo(client: ApiClient, route: Route, world: World, caller: Parameters<World['as']>[1]) {
  const rollback = await testUtils.db().wrapInGlobalTransaction()
  try {
    const target = await targets[route.name]?.(world)
    const path = target?.path ?? route.pattern
    const request = client.request(path, route.method as 'GET').redirects(0)
    // As a page of ours, which is all that the Studio knows.
    request.header('sec-fetch-site', 'same-origin')
    if (route.method !== 'GET') request.json(target?.body ?? {})
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
})
