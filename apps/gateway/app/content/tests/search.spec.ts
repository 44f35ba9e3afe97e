import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { admin } from '#content/cms/client'
import { indexContent } from '#content/search/index_content'
import { item, unplug, unusedSlug } from '#content/tests/world'
import { deleteItem, updateItem } from '@directus/sdk'

/** A word that stands nowhere else. */
const unusedWord = () => `quay${Math.random().toString(36).slice(2, 10).replaceAll(/\d/g, 'x')}`

const published = { published_at: '2026-01-01T00:00:00Z' }

test.group('Searching content', (group) => {
  group.tap((one) => one.timeout(20_000))

  test('finds posts and pages by their words, the title before the tags before the text', async ({
    assert,
    client,
    cleanup,
  }) => {
    const word = unusedWord()
    const [text, tagged, titled] = await Promise.all([
      item('posts', { title: 'By text', slug: unusedSlug(), body: `A **${word}** in it`, ...published }),
      item('posts', { title: 'By tag', slug: unusedSlug(), tags: [word], ...published }),
      item('posts', { title: `By title: ${word}`, slug: unusedSlug(), ...published }),
    ])
    for (const { remove } of [text, tagged, titled]) cleanup(remove)
    await indexContent()

    const { data, total } = (await client.get('/api/cms/search').qs({ q: word })).body()
    assert.deepEqual(
      data.map(({ title }: { title: string }) => title),
      [`By title: ${word}`, 'By tag', 'By text'],
    )
    assert.equal(total, 3)
    assert.include(data[2].excerpt, `A ${word} in it`)

    const byTag = (await client.get('/api/cms/search').qs({ q: word, tag: word })).body()
    assert.equal(byTag.total, 1)
    const pages = (await client.get('/api/cms/search').qs({ q: word, kind: 'pages' })).body()
    assert.deepEqual(pages.data, [])
  })

  test('finds a page by what stands in its blocks', async ({ assert, client }) => {
    await indexContent()
    const { data } = (await client.get('/api/cms/search').qs({ q: 'imprint', kind: 'pages' })).body()
    assert.isNotEmpty(data)
    assert.match(data[0].address, /^\//)
  })

  test('finds what was mistyped by a title that looks alike', async ({ assert, client, cleanup }) => {
    const post = await item('posts', { title: 'Counterweights explained', slug: unusedSlug(), ...published })
    cleanup(() => post.remove())
    await indexContent()
    const { data } = (await client.get('/api/cms/search').qs({ q: 'conterwieghts' })).body()
    assert.include(
      data.map(({ title }: { title: string }) => title),
      'Counterweights explained',
    )
  })

  test('follows a change and a removal', async ({ assert, client }) => {
    const word = unusedWord()
    const post = await item('posts', { title: 'Before', slug: unusedSlug(), body: word, ...published })
    await indexContent()
    await admin.request(updateItem('posts', post.id, { title: 'After' }))
    await indexContent()
    const titles = async () =>
      (await client.get('/api/cms/search').qs({ q: word }))
        .body()
        .data.map((hit: { title: string }) => hit.title)
    assert.deepEqual(await titles(), ['After'])

    await admin.request(deleteItem('posts', post.id))
    await indexContent()
    assert.deepEqual(await titles(), [])
  })

  test('does not show what has its date ahead, nor what search engines may not list', async ({
    assert,
    client,
    cleanup,
  }) => {
    const word = unusedWord()
    const later = await item('posts', {
      title: 'Later',
      slug: unusedSlug(),
      body: word,
      published_at: new Date(Date.now() + 86_400_000).toISOString(),
    })
    const hidden = await item('posts', {
      title: 'Hidden',
      slug: unusedSlug(),
      body: word,
      seo: { noIndex: true },
      ...published,
    })
    cleanup(() => later.remove())
    cleanup(() => hidden.remove())
    await indexContent()
    const { data } = (await client.get('/api/cms/search').qs({ q: word })).body()
    assert.deepEqual(data, [])
  })

  test('goes on answering while the CMS is away, and keeps the index', async ({
    assert,
    client,
    cleanup,
  }) => {
    await indexContent()
    const plug = unplug()
    cleanup(plug)
    await assert.rejects(() => indexContent())
    const response = await client.get('/api/cms/search').qs({ q: 'door' })
    response.assertStatus(200)
    assert.isNotEmpty(response.body().data)
    const { count } = (await db.from('content_documents').count('* as count').firstOrFail()) as {
      count: string
    }
    assert.isAbove(Number(count), 0)
  })

  test('takes no {title}')
    .with([
      { title: 'search without words', query: {}, field: 'q' },
      { title: 'single letter', query: { q: 'a' }, field: 'q' },
      { title: 'novel', query: { q: 'a'.repeat(101) }, field: 'q' },
      { title: 'unknown kind', query: { q: 'door', kind: 'directus_users' }, field: 'kind' },
      { title: 'page before the first', query: { q: 'door', page: 0 }, field: 'page' },
    ])
    .run(async ({ assert, client }, { query, field }) => {
      const response = await client.get('/api/cms/search').qs(query)
      response.assertStatus(422)
      assert.property(response.body().details, field)
    })

  test('takes what looks like an operator or like SQL as words: {q}')
    .with([
      { q: `'; drop table content_documents; --` },
      { q: '!!!' },
      { q: '"open quote' },
      { q: 'a & | ! (' },
    ])
    .run(async ({ client }, { q }) => {
      const response = await client.get('/api/cms/search').qs({ q })
      response.assertStatus(200)
    })

  test('has words that a backup can be restored with, which knows no search path', async ({ assert }) => {
    const words = await db.transaction(async (transaction) => {
      await transaction.rawQuery("set local search_path = ''")
      const { rows } = await transaction.rawQuery(
        "select public.content_words('de', 'Häfen', '{}', '', '')::text as words",
      )
      return rows[0].words
    })
    assert.equal(words, "'haf':1A")
  })
})
