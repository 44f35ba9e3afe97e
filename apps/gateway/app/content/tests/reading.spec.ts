import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import { item, unusedSlug } from '#content/tests/world'

test.group('Reading content', () => {
  test('names the site and its navigation, and sets no cookie', async ({ assert, client }) => {
    const response = await client.get('/api/cms/site')
    response.assertStatus(200)
    assert.isUndefined(response.header('set-cookie'))
    assert.equal(response.header('cache-control'), 'public, max-age=0, must-revalidate')

    const { data } = response.body()
    assert.equal(data.name, 'Gantry')
    assert.isNotEmpty(data.navigation.header)
    assert.isNotEmpty(data.categories)
  })

  test('answers 304 to who has the current copy', async ({ client }) => {
    const first = await client.get('/api/cms/site')
    const again = await client.get('/api/cms/site').header('if-none-match', `W/${first.header('etag')}`)
    again.assertStatus(304)
    again.assertTextIncludes('')
  })

  test('shows the home page with its blocks in order', async ({ assert, client }) => {
    const response = await client.get('/api/cms/pages')
    response.assertStatus(200)
    const { data } = response.body()
    assert.equal(data.path, '/')
    assert.isNull(data.redirect)
    assert.equal(data.blocks[0].type, 'hero')
    for (const block of data.blocks) assert.containsSubset(block, { id: block.id, type: block.type })
  })

  test('renders what editors write as safe HTML', async ({ assert, client, cleanup }) => {
    const slug = unusedSlug()
    const body = '**Bold** <img src=x onerror=alert(1)> [a](javascript:alert(1))'
    const post = await item('posts', { title: 'Safe', slug, body, published_at: '2026-01-01T00:00:00Z' })
    cleanup(() => post.remove())

    const response = await client.get(`/api/cms/posts/${slug}`)
    response.assertStatus(200)
    const { data } = response.body()
    assert.include(data.body, '<strong>Bold</strong>')
    assert.notInclude(data.body, '<img')
    assert.notInclude(data.body, 'href="javascript')
    assert.equal(data.readingMinutes, 1)
  })

  test('leads from an old path to the new one', async ({ client, cleanup }) => {
    const from = `/über/${unusedSlug()}`
    const redirect = await item('redirects', { from, to: '/about', permanent: true })
    cleanup(() => redirect.remove())

    const response = await client.get(`/api/cms/pages${encodeURI(from)}`)
    response.assertStatus(200)
    response.assertBodyContains({ data: { path: from, redirect: { to: '/about', status: 301 } } })
  })

  test('leads nowhere that only looks like a path: {to}')
    .with([{ to: '//evil.example' }, { to: '/\\evil.example' }, { to: 'javascript:alert(1)' }])
    .run(async ({ client, cleanup }, { to }) => {
      const from = `/${unusedSlug()}`
      const redirect = await item('redirects', { from, to, permanent: true })
      cleanup(() => redirect.remove())

      const response = await client.get(`/api/cms/pages${from}`)
      response.assertStatus(404)
    })

  test('does not know {path}')
    .with([
      { path: 'pages/nowhere' },
      { path: 'pages/..%2f..%2fusers' },
      { path: 'pages/a%3faccess_token=1' },
      { path: 'posts/nothing' },
      { path: 'posts/..%2fusers' },
      { path: 'collections' },
      { path: 'collections/directus_users' },
      { path: 'form_submissions' },
    ])
    .run(async ({ client }, { path }) => {
      const response = await client.get(`/api/cms/${path}`)
      response.assertStatus(404)
      response.assertBodyContains({ success: false })
    })

  test('pages through the posts, newest first', async ({ assert, client }) => {
    const whole = (await client.get('/api/cms/posts').qs({ perPage: 50 })).body()
    const second = (await client.get('/api/cms/posts').qs({ page: 2, perPage: 1 })).body()
    assert.equal(second.total, whole.total)
    assert.deepEqual(second.data, [whole.data[1]])

    const dates = whole.data.map(({ publishedAt }: { publishedAt: string }) => publishedAt)
    assert.deepEqual(dates, dates.toSorted().reverse())
  })

  test('shows an author, and what they have written', async ({ assert, client }) => {
    const { data } = (await client.get('/api/cms/authors/mara-lindqvist')).body()
    assert.equal(data.name, 'Mara Lindqvist')
    assert.isNotEmpty(data.bio)
    const theirs = (await client.get('/api/cms/posts').qs({ author: 'mara-lindqvist' })).body()
    assert.isAbove(theirs.total, 0)
    for (const { author } of theirs.data) assert.equal(author.slug, 'mara-lindqvist')
    ;(await client.get('/api/cms/authors/nobody')).assertStatus(404)
  })

  test('leads on from a post: to its neighbours in time and to its like, none of which is still to come', async ({
    assert,
    client,
    cleanup,
  }) => {
    const tag = unusedSlug()
    const post = (title: string, published_at: string) =>
      item('posts', { title, slug: `${tag}-${title.toLowerCase()}`, tags: [tag], published_at })
    const [first, second, third] = await Promise.all([
      post('First', '2031-01-01T00:00:00Z'),
      post('Second', '2020-01-02T00:00:00Z'),
      post('Third', '2020-01-01T00:00:00Z'),
    ])
    for (const { remove } of [first, second, third]) cleanup(remove)

    const { data } = (await client.get(`/api/cms/posts/${tag}-second`)).body()
    assert.equal(data.previous.title, 'Third')
    assert.notEqual(data.next?.title, 'First')
    assert.deepEqual(
      data.related.map(({ title }: { title: string }) => title),
      ['Third'],
    )
  })

  test('filters posts by category and by tag', async ({ assert, client, cleanup }) => {
    const tag = unusedSlug()
    const post = await item('posts', { title: 'Tagged', slug: tag, tags: [tag], published_at: '2026-01-01' })
    cleanup(() => post.remove())

    const tagged = (await client.get('/api/cms/posts').qs({ tag })).body()
    assert.equal(tagged.total, 1)
    assert.equal(tagged.data[0].id, post.id)

    const architecture = (await client.get('/api/cms/posts').qs({ category: 'architecture' })).body()
    assert.isAbove(architecture.total, 0)
    for (const { category } of architecture.data) assert.equal(category.slug, 'architecture')
  })

  test('finds nothing by a {name} that nothing has, and does not fill Redis with it')
    .with([{ name: 'tag' }, { name: 'category' }])
    .run(async ({ assert, client }, { name }) => {
      const value = unusedSlug()
      const response = await client.get('/api/cms/posts').qs({ [name]: value })
      response.assertStatus(200)
      response.assertBodyContains({ data: [], total: 0 })
      assert.isEmpty(await redis.keys(`*${value}*`))
    })

  test('takes {name}={value} for a mistake')
    .with([
      { name: 'page', value: '0' },
      { name: 'page', value: '1.5' },
      { name: 'perPage', value: '51' },
      { name: 'category', value: '../users' },
      { name: 'tag', value: 'x'.repeat(61) },
    ])
    .run(async ({ assert, client }, { name, value }) => {
      const response = await client.get('/api/cms/posts').qs({ [name]: value })
      response.assertStatus(422)
      assert.property(response.body().details, name)
    })

  test('hands no parameter of its own on to the CMS: {name}')
    .with([
      { name: 'fields', value: '*.*,author.*' },
      { name: 'filter', value: '{"id":{"_null":true}}' },
      { name: 'aggregate[count]', value: '*' },
      { name: 'version', value: 'draft' },
      { name: 'access_token', value: 'x' },
    ])
    .run(async ({ assert, client }, { name, value }) => {
      const plain = await client.get('/api/cms/posts')
      const spiced = await client.get('/api/cms/posts').qs({ [name]: value })
      assert.equal(spiced.text(), plain.text())
    })

  test('lists public addresses for the site map', async ({ assert, client }) => {
    const { data } = (await client.get('/api/cms/sitemap')).body()
    const paths = data.map(({ path }: { path: string }) => path)
    assert.includeMembers(paths, ['/', '/about'])
    assert.isTrue(paths.some((path: string) => path.startsWith('/blog/')))
  })
})
