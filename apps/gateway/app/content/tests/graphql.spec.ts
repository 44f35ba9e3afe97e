import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { buildSchema, printSchema } from 'graphql'
import { mostOfDocument as most } from '#config/collections'
import { schema } from '#content/collections/graphql/schema'
import { item, overhear, unplug, unusedSlug } from '#content/tests/world'
import env from '#start/env'

const ask = (client: ApiClient, query: string, variables?: object) =>
  client.post('/api/cms/graphql').json({ query, variables })

test.group('Asking by GraphQL', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('answers what REST answers, from the same copy', async ({ assert, client, cleanup }) => {
    const slug = unusedSlug()
    const rest = await client
      .get('/api/cms/collections/posts')
      .qs({ fields: 'title,author.name', 'filter[slug][neq]': slug, sort: '-publishedAt', limit: 3 })
    const { asked, stop } = overhear()
    cleanup(stop)
    const response = await ask(
      client,
      `query Latest($not: String!) {
        latest: posts(filter: { slug: { neq: $not } }, sort: ["-publishedAt"], limit: 3) {
          total
          items { title ...Writer }
        }
      }
      fragment Writer on Post { author { name } }`,
      { not: slug },
    )
    response.assertStatus(200)
    assert.isUndefined(response.header('set-cookie'))
    const { data, total } = rest.body()
    assert.deepEqual(response.body(), { success: true, data: { latest: { total, items: data } } })
    assert.isEmpty(asked)
  })

  test('follows relations, sizes pictures, and brings a page with its blocks', async ({ assert, client }) => {
    const response = await ask(
      client,
      `{
        posts(filter: { author: { slug: { eq: "mara-lindqvist" } } }, limit: 1) {
          items { __typename image { url focus { x } } author { name posts { slug } } seo { noIndex } }
        }
        pages(filter: { path: { eq: "/" } }, limit: 1) { items { path blocks } }
        navigation(filter: { key: { eq: "header" } }) { items { items { label page { path } } } }
      }`,
    )
    response.assertStatus(200)
    const { posts, pages, navigation } = response.body().data
    assert.equal(posts.items[0].__typename, 'Post')
    assert.match(posts.items[0].image.url, /^\/api\/cms\/assets\//)
    assert.isNotEmpty(posts.items[0].author.posts)
    assert.deepEqual(pages.items[0].blocks, (await client.get('/api/cms/pages')).body().data.blocks)
    assert.isNotEmpty(navigation.items[0].items)
  })

  test('shows an item by its id, and null for one that visitors do not see', async ({
    assert,
    client,
    cleanup,
  }) => {
    const [now, later] = await Promise.all(
      ['2026-01-01', '2031-01-01'].map((published_at) =>
        item('posts', { title: 'One', slug: unusedSlug(), published_at }),
      ),
    )
    cleanup(now!.remove)
    cleanup(later!.remove)
    const response = await ask(
      client,
      `{ now: postsById(id: "${now!.id}") { title } later: postsById(id: "${later!.id}") { title } }`,
    )
    response.assertBody({ success: true, data: { now: { title: 'One' }, later: null } })
    assert.equal(response.status(), 200)
  })

  test('is 503 while the CMS is gone and there is no copy', async ({ client, cleanup }) => {
    cleanup(unplug())
    const response = await ask(client, `{ posts(search: "${unusedSlug()}") { total } }`)
    response.assertStatus(503)
    response.assertBodyContains({ code: 'E_CMS_UNAVAILABLE' })
  })

  test('is described in the documentation as it is', async ({ assert }) => {
    const docs = new URL('../../../../web/content/docs/05.content.md', import.meta.url)
    const [, written] = (await readFile(docs, 'utf8')).match(/```graphql\n([\s\S]*?)```/) ?? []
    assert.equal(printSchema(buildSchema(written ?? '')), printSchema(schema))
  })
})

const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ')

test.group('By GraphQL, nobody', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('{what}')
    .with([
      { what: 'changes anything', query: 'mutation { delete_posts_items(ids: []) { ids } }' },
      { what: 'subscribes', query: 'subscription { posts { total } }' },
      { what: 'asks two at once', query: 'query A { posts { total } } query B { posts { total } }' },
      { what: 'changes beside a query', query: '{ posts { total } } mutation { x }' },
      { what: 'reads the schema', query: '{ __schema { types { name } } }' },
      { what: 'reads a type', query: '{ __type(name: "Post") { fields { name } } }' },
      { what: 'reads a collection of Directus', query: '{ directus_users { items { email } } }' },
      { what: 'reads a collection under another name', query: '{ posts: form_submissions { total } }' },
      { what: 'reads an inner collection', query: '{ navigation_items { total } }' },
      { what: 'reads the specification of Directus', query: '{ __directus_specs }' },
      { what: 'reads an unlisted field', query: '{ posts { items { date_created } } }' },
      { what: 'reads it as another', query: '{ posts { items { title: user_created { password } } } }' },
      {
        what: 'filters by an unlisted field',
        query: '{ posts(filter: { body: { contains: "x" } }) { total } }',
      },
      {
        what: 'filters by one behind a relation',
        query: '{ posts(filter: { author: { email: { eq: "x" } } }) { total } }',
      },
      { what: 'sorts by an unlisted field', query: '{ posts(sort: ["body"]) { total } }' },
      { what: 'joins names to sort by', query: '{ posts(sort: ["title,body"]) { total } }' },
      { what: 'names a user', query: '{ posts(filter: { title: { eq: "$CURRENT_USER" } }) { total } }' },
      { what: 'asks for a version', query: '{ posts(version: "draft") { total } }' },
      { what: 'asks for more at a time', query: '{ posts(limit: 51) { total } }' },
      { what: 'asks for blocks of many pages', query: '{ pages(limit: 50) { items { blocks } } }' },
      {
        what: 'goes in circles',
        query: '{ posts { items { author { posts { author { posts { slug } } } } } } }',
      },
      {
        what: 'goes deeper',
        query: '{ posts { items { author { posts { author { posts { author { slug } } } } } } } }',
      },
      { what: 'has fragments in a circle', query: '{ posts { ...A } } fragment A on PostList { ...A }' },
      {
        what: 'has fragments that grow',
        query: `{ posts { items { ...F0 } } } ${many(8, (n) => `fragment F${n} on Post { author { posts { ...F${n + 1} ...F${n + 1} } } }`)} fragment F8 on Post { id }`,
      },
      {
        what: 'asks by many aliases',
        query: `{ ${many(most.aliases + 1, (n) => `a${n}: posts { total }`)} }`,
      },
      { what: 'asks much', query: `{ ${many(most.roots + 1, (n) => `a${n}: posts { total }`)} }` },
      { what: 'asks a long question', query: `{ posts { items { ${many(most.tokens, () => 'id')} } } }` },
      {
        what: 'uses many directives',
        query: `{ posts { items { ${many(most.directives + 1, (n) => `id @include(if: ${n > 0})`)} } } }`,
      },
      { what: 'writes nonsense', query: '{ posts { ' },
      { what: 'writes nothing', query: '' },
    ])
    .run(async ({ assert, client, cleanup }, { query }) => {
      const { asked, stop } = overhear()
      cleanup(stop)
      const response = await ask(client, query)
      response.assertStatus(422)
      assert.notProperty(response.body(), 'data')
      assert.lengthOf(Object.keys(response.body().details), 1)
      assert.isEmpty(asked)
    })

  test('sends many at once', async ({ assert, client, cleanup }) => {
    const { asked, stop } = overhear()
    cleanup(stop)
    const response = await client
      .post('/api/cms/graphql')
      .json(Array.from({ length: 100 }, () => ({ query: '{ posts { total } }' })))
    response.assertStatus(422)
    assert.isEmpty(asked)
  })

  test('passes a variable of another kind, or a long one', async ({ client }) => {
    const query = 'query ($slug: String) { posts(filter: { slug: { eq: $slug } }) { total } }'
    for (const slug of [{ _neq: null }, 7, '$NOW', 'x'.repeat(5_000)])
      (await ask(client, query, { slug })).assertStatus(422)
  })

  test('gets further by a credential of Directus’ own', async ({ assert, client, cleanup }) => {
    const { asked, stop } = overhear()
    cleanup(stop)
    const response = await ask(client, `{ posts(filter: { slug: { neq: "${unusedSlug()}" } }) { total } }`)
      .header('authorization', `Bearer ${env.get('CMS_ADMIN_TOKEN').release()}`)
      .qs({ access_token: env.get('CMS_ADMIN_TOKEN').release() })
    response.assertStatus(200)
    assert.isNotEmpty(asked)
    for (const { url, headers } of asked) {
      assert.equal(headers.get('authorization'), `Bearer ${env.get('CMS_READER_TOKEN').release()}`)
      assert.isFalse(url.searchParams.has('access_token'))
    }
  })
})
