import { glob, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { isPlatformPermission } from '#accounts/roles'
import { allRoutes, changes, routes } from '#tests/route_table'

/** Who may ask without proving anything. A route that is not listed here needs `auth`, and `can` or `own`. */
const open = new Set([
  'auth.change_email',
  'auth.csrf',
  'auth.jwks',
  'auth.forgot_password',
  'auth.login',
  'auth.magic_link.session',
  'auth.magic_link.store',
  'auth.passkeys.challenge',
  'auth.passkeys.session',
  'auth.providers.callback',
  'auth.providers.index',
  'auth.providers.visit',
  'auth.register',
  'auth.reset_password',
  'auth.second_step.show',
  'auth.second_step.store',
  'auth.token',
  'auth.undo_email',
  'auth.verify_email',
  'avatars.show',
  'billing.plans.index',
  'billing.webhooks.store',
  'cms.asset_files.show',
  'cms.assets.show',
  'cms.authors.show',
  'cms.collection_items.index',
  'cms.collection_items.show',
  'cms.events.index',
  'cms.form_submissions.store',
  'cms.graphql_answers.store',
  'cms.home',
  'cms.page',
  'cms.posts.index',
  'cms.posts.show',
  'cms.search',
  'cms.shared_previews.show',
  'cms.site',
  'cms.sitemap',
  'docs.assets',
  'docs.openapi',
  'docs.show',
  'health.live',
  'health.show',
  'invitations.register',
  'invitations.show',
  'single_sign_on.callback',
  'single_sign_on.visit',
])

/** Other machines' doors: a signature proves the caller, so there is no cookie to protect. */
const signed = new Set(['billing.webhooks.store'])

test.group('Every route', () => {
  test('has a name of its own', ({ assert }) => {
    const names = allRoutes().map(({ name }) => name)
    assert.deepEqual(names, [...new Set(names)])
  })

  test('asks who is there, or is on the public list', ({ assert }) => {
    const unguarded = routes().filter(({ name, uses }) => !uses.has('auth') && !open.has(name))
    const stale = [...open].filter((name) => !routes().some((route) => route.name === name))

    assert.deepEqual(names(unguarded), [])
    assert.deepEqual(stale, [])
  })

  test('needs a permission, or is about one’s own account', ({ assert }) => {
    const closed = routes().filter(({ name }) => !open.has(name))
    const undeclared = closed.filter(({ uses }) => !uses.has('can') && !uses.has('own'))
    assert.deepEqual(names(undeclared), [])
  })

  test('asks whether somebody may after it knows who, and where', ({ assert }) => {
    const tooEarly = routes().filter(({ asks, uses }) => {
      const order = [...uses]
      const isBefore = (name: string) => uses.has(name) && order.indexOf(name) < order.indexOf('can')
      return asks.some(
        (permission) => !isBefore('auth') || !(isPlatformPermission(permission) || isBefore('organization')),
      )
    })
    assert.deepEqual(names(tooEarly), [])
    assert.isNotEmpty(routes().filter(({ asks }) => asks.includes('billing.manage')))
  })

  test('is limited', ({ assert }) => {
    const unlimited = routes().filter(({ uses }) => !uses.has('limit') && !uses.has('attempts'))
    assert.deepEqual(names(unlimited), [])
  })

  test('that changes something by cookie checks the CSRF token, or where it comes from', ({ assert }) => {
    const unchecked = changes().filter(
      ({ name, uses }) =>
        uses.has('session') && !uses.has('csrf') && !uses.has('sameOrigin') && !signed.has(name),
    )
    assert.deepEqual(names(unchecked), [])
  })

  test('is documented', async ({ assert }) => {
    const text = await readFile(
      new URL('../../../packages/api-contract/openapi.json', import.meta.url),
      'utf8',
    )
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { operationId: string }>> }
    const documented = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    const expected = routes().filter(({ name }) => !/^(?:docs|studio)[.]/.test(name))

    assert.sameMembers(documented, names(expected))
  })

  test('is exercised by some spec', async ({ assert }) => {
    const root = new URL('../', import.meta.url)
    const specs = await Array.fromAsync(glob(['app/*/tests/*.ts', 'tests/*.ts'], { cwd: root }))
    const sources = await Promise.all(specs.map((spec) => readFile(new URL(spec, root), 'utf8')))
    const everything = sources.join('\n')
    const forgotten = allRoutes().filter(({ pattern }) => !addressIn(pattern).test(everything))

    assert.deepEqual(names(forgotten), [])
  })
})

const names = (list: { name: string }[]) => list.map(({ name }) => name)

/** Matches the pattern's address in a test's source, whatever stands for its parameters there. */
const addressIn = (pattern: string) =>
  new RegExp(
    `${pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/\'"`]+').replace('/*', '')}(?=['"\`?]|/?\\$)`,
  )
