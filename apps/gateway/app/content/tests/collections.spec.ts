import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { collections } from '#config/collections'
import { purge } from '#content/cache'
import { admin } from '#content/cms/client'
import { item, overhear, unplug, unusedSlug } from '#content/tests/world'
import { createItem, deleteItem, updateItem } from '@directus/sdk'

const published = { published_at: '2026-01-01T00:00:00Z' }
const posts = '/api/cms/collections/posts'

test.group('Asking a collection', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('shows the fields that were asked for, those of relations too, and no others', async ({
    assert,
    client,
  }) => {
    const response = await client.get(posts).qs({ fields: 'slug,author.name,category.slug', limit: 2 })
    response.assertStatus(200)
    assert.isUndefined(response.header('set-cookie'))
    const { data, total } = response.body()
    assert.lengthOf(data, 2)
    assert.isAbove(total, 2)
    assert.sameMembers(Object.keys(data[0]), ['slug', 'author', 'category'])
    assert.deepEqual(Object.keys(data[0].author), ['name'])
  })

  test('shows everything that is listed where nothing is said, as the named endpoints do', async ({
    assert,
    client,
  }) => {
    const { data } = (await client.get(posts).qs({ 'filter[slug][eq]': 'one-door' })).body()
    const named = (await client.get('/api/cms/posts/one-door')).body().data
    assert.sameMembers(Object.keys(data[0]), Object.keys(collections.posts!.fields))
    for (const name of ['id', 'title', 'body', 'image', 'seo', 'tags', 'publishedAt'])
      assert.deepEqual(data[0][name], named[name], name)
  })

  test('shows one item by its id, and a page with its blocks', async ({ assert, client }) => {
    const { data } = (await client.get('/api/cms/collections/pages').qs({ 'filter[path][eq]': '/' })).body()
    const one = await client.get(`/api/cms/collections/pages/${data[0].id}`).qs({ fields: 'path,blocks' })
    one.assertStatus(200)
    const named = (await client.get('/api/cms/pages')).body().data
    assert.deepEqual(one.body().data, { path: '/', blocks: named.blocks })
  })

  test('follows a relation to several, in their order', async ({ assert, client }) => {
    const { data } = (
      await client
        .get('/api/cms/collections/navigation')
        .qs({ 'filter[key][eq]': 'header', fields: 'key,items.label,items.page.path' })
    ).body()
    const site = (await client.get('/api/cms/site')).body().data
    const labels = data[0].items.map(({ label }: { label: string }) => label)
    for (const { label } of site.navigation.header) assert.include(labels, label)
  })

  test('filters, sorts, searches and pages', async ({ assert, client, cleanup }) => {
    const tag = unusedSlug()
    const made = await Promise.all(
      ['Alpha', 'Beta', 'Gamma'].map((title) =>
        item('posts', { title: `${title} ${tag}`, slug: `${tag}-${title.toLowerCase()}`, ...published }),
      ),
    )
    for (const { remove } of made) cleanup(remove)
    const titles = async (query: object) => {
      const response = await client.get(posts).qs({ fields: 'title', ...query })
      response.assertStatus(200)
      return response.body().data.map(({ title }: { title: string }) => title.split(' ')[0])
    }
    const ours = { 'filter[slug][startsWith]': tag }
    assert.deepEqual(await titles({ ...ours, sort: '-title' }), ['Gamma', 'Beta', 'Alpha'])
    assert.deepEqual(await titles({ ...ours, sort: 'title', limit: 1, page: 2 }), ['Beta'])
    assert.deepEqual(await titles({ 'filter[slug][in]': `${tag}-alpha,${tag}-beta`, sort: 'title' }), [
      'Alpha',
      'Beta',
    ])
    assert.deepEqual(await titles({ ...ours, 'filter[title][contains]': 'bet' }), ['Beta'])
    assert.deepEqual(await titles({ ...ours, 'filter[publishedAt][gt]': '2026-01-01T00:00:00Z' }), [])
    assert.deepEqual(await titles({ ...ours, 'filter[author][id][null]': false }), [])
    assert.deepEqual(await titles({ search: `gamma ${tag}` }), ['Gamma'])
  })

  test('shows no post before its date, not by its id and not behind its author', async ({
    assert,
    client,
    cleanup,
  }) => {
    const author = uuidv7()
    await admin.request(createItem('authors', { id: author, name: 'Ann', slug: unusedSlug() } as never))
    cleanup(async () => void (await admin.request(deleteItem('authors', author))))
    const post = await item('posts', {
      title: 'Later',
      slug: unusedSlug(),
      author,
      published_at: '2031-01-01',
    })
    cleanup(post.remove)
    const behind = async () =>
      (await client.get(`/api/cms/collections/authors/${author}`).qs({ fields: 'posts.title' })).body().data
        .posts

    ;(await client.get(`${posts}/${post.id}`)).assertStatus(404)
    const listed = (await client.get(posts).qs({ 'filter[id][eq]': post.id })).body()
    assert.deepEqual([listed.data, listed.total], [[], 0])
    assert.deepEqual(await behind(), [])

    await admin.request(updateItem('posts', post.id, { published_at: '2026-01-01' }))
    await purge(['posts'])
    ;(await client.get(`${posts}/${post.id}`)).assertStatus(200)
    assert.deepEqual(await behind(), [{ title: 'Later' }])
  })

  test('answers from a copy until what it was made of changes, also behind a relation', async ({
    assert,
    client,
    cleanup,
  }) => {
    const author = uuidv7()
    await admin.request(createItem('authors', { id: author, name: 'Ann', slug: unusedSlug() } as never))
    cleanup(async () => void (await admin.request(deleteItem('authors', author))))
    const post = await item('posts', { title: 'Hers', slug: unusedSlug(), author, ...published })
    cleanup(post.remove)
    const question = { 'filter[id][eq]': post.id, fields: 'title,author.name' }
    const first = await client.get(posts).qs(question)

    const { asked, stop } = overhear()
    cleanup(stop)
    const again = await client.get(posts).qs(question).header('if-none-match', first.header('etag')!)
    again.assertStatus(304)
    assert.isEmpty(asked)

    await admin.request(updateItem('authors', author, { name: 'Anna' }))
    await purge(['authors', `authors:${author}`])
    const { data } = (await client.get(posts).qs(question)).body()
    assert.equal(data[0].author.name, 'Anna')
  })

  test('answers from a copy while the CMS is gone, and 503 where there is none', async ({
    client,
    cleanup,
  }) => {
    const question = { fields: 'slug', limit: 3 }
    await client.get(posts).qs(question)
    await purge(['posts'])
    cleanup(unplug())
    ;(await client.get(posts).qs(question)).assertStatus(200)
    const unknown = await client.get(posts).qs({ ...question, 'filter[slug][neq]': unusedSlug() })
    unknown.assertStatus(503)
    unknown.assertBodyContains({ code: 'E_CMS_UNAVAILABLE' })
  })

  test('fills Redis with no question that somebody makes up', async ({ assert, client }) => {
    const before = await redis.connection('cache').dbsize()
    const response = await client.get(posts).qs({ 'filter[slug][neq]': unusedSlug() })
    response.assertStatus(200)
    assert.equal(await redis.connection('cache').dbsize(), before)
  })

  test('is limited', async ({ assert, client }) => {
    const response = await client.get(posts)
    assert.exists(response.header('x-ratelimit-limit'))
  })
})

test.group('What is listed', () => {
  test('leads to nothing hidden by a relation to one, which nothing would keep out', ({ assert }) => {
    const leads = Object.values(collections)
      .flatMap(({ relations = {} }) => Object.values(relations))
      .filter(({ to, many }) => !many && collections[to]!.visible)
    assert.isEmpty(leads)
  })

  test('names no collection of Directus’ own, and no block, which a draft may have', ({ assert }) => {
    assert.isEmpty(
      Object.keys(collections).filter((name) => /^(?:directus_|block_|pages_blocks|form)/.test(name)),
    )
  })
})
