import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { most } from '#config/collections'
import { draft, editor, overhear, person, proofOf, stored, unusedSlug } from '#content/tests/world'
import env from '#start/env'

test.group('Of a collection, nobody gets', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('{collection}: it does not exist')
    .with(
      [
        'nothing',
        'directus_users',
        'directus_files',
        'directus_versions',
        'form_submissions',
        'forms',
        'seeds',
        'navigation_items',
        'pages_blocks',
        'block_hero',
        'constructor',
        '__proto__',
        'Posts',
        'posts%00',
        '..%2fusers',
        '%2e%2e%2fusers',
        '..%252fusers',
        '.',
        'posts.',
        'posts;a',
        'posts%3faccess_token=1',
        'posts%2f..%2f..%2fusers',
      ].map((collection) => ({ collection })),
    )
    .run(async ({ assert, cleanup }, { collection }) => {
      const { asked, stop } = overhear()
      cleanup(stop)
      for (const path of [collection, `${collection}/${uuidv7()}`]) {
        const status = await rawStatus(`/api/cms/collections/${path}`)
        assert.include([400, 404], status, path)
      }
      assert.isEmpty(asked)
    })

  test('{said}, and is told what there is instead')
    .with(
      [
        { query: { fields: '*' }, field: 'fields' },
        { query: { fields: '*.*.*' }, field: 'fields' },
        { query: { fields: 'title,date_created' }, field: 'fields' },
        { query: { fields: 'author.email' }, field: 'fields' },
        { query: { fields: 'user_created.password' }, field: 'fields' },
        { query: { fields: 'author' }, field: 'fields' },
        { query: { fields: 'author.posts.author.name' }, field: 'fields' },
        { query: { fields: 'image.uploaded_by.email' }, field: 'fields' },
        { query: { fields: 'constructor' }, field: 'fields' },
        { query: { fields: '__proto__.x' }, field: 'fields' },
        {
          query: {
            fields: Array(most.fields + 1)
              .fill('title')
              .join(),
          },
          field: 'fields',
        },
        { query: { sort: 'body' }, field: 'sort' },
        { query: { sort: 'author.name' }, field: 'sort' },
        { query: { sort: 'title,-title,title,title' }, field: 'sort' },
        { query: { 'filter[body][contains]': 'x' }, field: 'filter.body' },
        { query: { 'filter[seo][contains]': 'x' }, field: 'filter.seo' },
        { query: { 'filter[date_created][lt]': '2026-01-01' }, field: 'filter.date_created' },
        { query: { 'filter[user_created][password][startsWith]': 'a' }, field: 'filter.user_created' },
        { query: { 'filter[author][email][eq]': 'x' }, field: 'filter.author.email' },
        { query: { 'filter[author][posts][title][eq]': 'x' }, field: 'filter.author.posts' },
        { query: { 'filter[title][regex]': '(a+)+$' }, field: 'filter.title.regex' },
        { query: { 'filter[title][_eq]': 'x' }, field: 'filter.title._eq' },
        { query: { 'filter[title][eq]': '$CURRENT_USER' }, field: 'filter.title.eq' },
        { query: { 'filter[publishedAt][lt]': '$NOW(+10 years)' }, field: 'filter.publishedAt.lt' },
        { query: { 'filter[id][eq]': "1' or 1=1" }, field: 'filter.id.eq' },
        { query: { 'filter[_or][0][title][eq]': 'x' }, field: 'filter._or' },
        { query: { 'filter[title]': 'x' }, field: 'filter.title' },
        { query: { filter: '{"title":{"_eq":"x"}}' }, field: 'filter' },
        { query: { search: '$NOW' }, field: 'search' },
        { query: { search: 'a' }, field: 'search' },
        { query: { limit: -1 }, field: 'limit' },
        { query: { limit: most.limit + 1 }, field: 'limit' },
        { query: { page: 0 }, field: 'page' },
        { query: { 'filter[title][eq]': 'x'.repeat(most.valueLength + 1) }, field: 'filter.title.eq' },
        { query: { fields: `title,${'x'.repeat(most.characters)}` }, field: 'query' },
      ].map((question) => ({ ...question, said: JSON.stringify(question.query).slice(0, 70) })),
    )
    .run(async ({ assert, client, cleanup }, { query, field }) => {
      const { asked, stop } = overhear()
      cleanup(stop)
      const response = await client.get('/api/cms/collections/posts').qs(query)
      response.assertStatus(422)
      assert.deepEqual(Object.keys(response.body().details), [field])
      assert.match(response.body().details[field], /\.$/)
      assert.isEmpty(asked)
    })

  test('more conditions than are counted', async ({ assert, client }) => {
    const conditions = Object.fromEntries(
      ['eq', 'neq', 'in', 'nin', 'contains', 'startsWith'].flatMap((operator) =>
        ['title', 'slug'].map((name) => [`filter[${name}][${operator}]`, 'x']),
      ),
    )
    const response = await client.get('/api/cms/collections/posts').qs(conditions)
    response.assertStatus(422)
    assert.property(response.body().details, 'filter')
  })

  test('another answer by {name}, which Directus would know')
    .with([
      { name: 'version', value: 'draft' },
      { name: 'access_token', value: env.get('CMS_ADMIN_TOKEN').release() },
      { name: 'aggregate[count]', value: '*' },
      { name: 'groupBy', value: 'title' },
      { name: 'alias[x]', value: 'author' },
      { name: 'deep[author][_limit]', value: '1' },
      { name: 'export', value: 'csv' },
      { name: 'meta', value: '*' },
      { name: 'offset', value: '1' },
    ])
    .run(async ({ assert, client, cleanup }, { name, value }) => {
      const { asked, stop } = overhear()
      cleanup(stop)
      const ask = async (more: object) => {
        // Nobody has asked this before, so there is no copy.
        const response = await client
          .get('/api/cms/collections/posts')
          .qs({ fields: 'title', 'filter[slug][neq]': unusedSlug(), ...more })
        response.assertStatus(200)
        const parameters = asked.splice(0).map(({ url }) => [...url.searchParams.keys()])
        return { parameters, answer: response.body() }
      }
      const plain = await ask({})
      assert.lengthOf(plain.parameters, 2)
      assert.deepEqual(await ask({ [name]: value }), plain)
    })

  test('further by a credential of Directus’ own: it stays here', async ({ assert, client, cleanup }) => {
    const token = env.get('CMS_ADMIN_TOKEN').release()
    const { asked, stop } = overhear()
    cleanup(stop)
    const response = await client
      .get('/api/cms/collections/posts')
      .qs({ fields: 'title', 'filter[slug][neq]': unusedSlug() })
      .header('authorization', `Bearer ${token}`)
      .header('cookie', `directus_session_token=${token}`)
    response.assertStatus(200)
    assert.isNotEmpty(asked)
    for (const { headers } of asked) {
      assert.equal(headers.get('authorization'), `Bearer ${env.get('CMS_READER_TOKEN').release()}`)
      assert.isFalse(headers.has('cookie'))
    }
  })
})

test.group('Writing', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('into a collection is nobody’s: {method} {path}')
    .with([
      { method: 'POST', path: '/api/cms/collections/posts' },
      { method: 'PATCH', path: `/api/cms/collections/posts/${uuidv7()}` },
      { method: 'DELETE', path: `/api/cms/collections/posts/${uuidv7()}` },
      { method: 'PUT', path: '/api/cms/collections/posts' },
      { method: 'SEARCH', path: '/api/cms/collections/posts' },
      { method: 'GET', path: '/api/cms/graphql' },
      { method: 'POST', path: '/api/cms/graphql/system' },
    ])
    .run(async ({ assert, client, cleanup }, { method, path }) => {
      const { headers } = await editor()
      const { asked, stop } = overhear()
      cleanup(stop)
      for (const proof of [{}, headers]) {
        const response = await client
          .request(path, method as 'POST')
          .headers(proof)
          .json(draft())
        response.assertStatus(404)
      }
      assert.isEmpty(asked)
    })

  test('is refused to {role}: {method} {path}')
    .with(
      ['nobody', 'user', 'writer'].flatMap((role) =>
        [
          { method: 'POST', path: 'posts' },
          { method: 'PATCH', path: 'posts/:id' },
          { method: 'DELETE', path: 'posts/:id' },
          { method: 'POST', path: 'entries/posts/:id/publication' },
          { method: 'DELETE', path: 'entries/posts/:id/publication' },
          { method: 'DELETE', path: 'entries/posts/:id' },
        ].map((request) => ({ role, ...request })),
      ),
    )
    .run(async ({ assert, client, cleanup }, { role, method, path }) => {
      const who = role === 'nobody' ? null : await person(role as 'user')
      const headers = who ? await proofOf(who) : {}
      cleanup(async () => void (await who?.delete()))
      const [post] = (await stored<{ id: string }[]>('/items/posts?limit=1&fields=*')) as { id: string }[]
      const { asked, stop } = overhear()
      const request = client
        .request(`/api/cms/${path.replace(':id', post!.id)}`, method as 'POST')
        .headers(headers)
      const response = await (who ? request : request.withCsrfToken()).json(draft())
      stop()
      response.assertStatus(who ? 403 : 401)
      assert.isEmpty(asked)
      assert.deepEqual(await stored(`/items/posts/${post!.id}`), post)
    })
})

/** As it is written, which clients would not send. */
async function rawStatus(path: string) {
  const socket = connect(env.get('PORT'), env.get('HOST'))
  socket.end(`GET ${path} HTTP/1.1\r\nHost: gantry.test\r\nConnection: close\r\n\r\n`)
  return Number((await text(socket)).split(' ')[1])
}
