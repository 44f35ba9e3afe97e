import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { indexContent } from '#content/search/index_content'
import { actionsAbout, begin, forget, writer } from '#content/tests/entry_world'
import { demoteWriters, draft, editor, item, person, proofOf, stored, unusedSlug } from '#content/tests/world'

const day = '2026-01-01T00:00:00Z'

const read = async (client: ApiClient, path: string, language?: string) =>
  client.get(`/api/cms/${path}`).qs(language ? { language } : {})

test.group('Content in two languages', () => {
  test('is read in the one that is asked for, each from a copy of its own: {kind}')
    .with([
      { kind: 'posts' as const, at: (name: string) => ({ slug: name, published_at: day }), path: 'posts/' },
      { kind: 'pages' as const, at: (name: string) => ({ path: `/${name}` }), path: 'pages/' },
    ])
    .run(async ({ assert, client, cleanup }, { kind, at, path }) => {
      const name = unusedSlug()
      const english = await item(kind, { ...at(name), title: 'Harbour' })
      cleanup(() => english.remove())
      const shown = async (language?: string) => {
        const { data } = (await read(client, path + name, language)).body()
        return `${data.language}: ${data.title}`
      }
      assert.equal(await shown(), 'en: Harbour')
      assert.equal(await shown('de'), 'en: Harbour')

      const german = await item(kind, { ...at(name), title: 'Hafen', language: 'de' })
      cleanup(() => german.remove().catch(() => undefined))
      assert.equal(await shown('de'), 'de: Hafen')
      assert.equal(await shown('en'), 'en: Harbour')
      assert.equal(await shown(), 'en: Harbour')

      await german.remove()
      assert.equal(await shown('de'), 'en: Harbour')
    })

  test('has one line in a list and one place on the site map, whatever it is translated to', async ({
    assert,
    client,
    cleanup,
  }) => {
    const slug = unusedSlug()
    const post = { slug, published_at: day, tags: [slug] }
    const english = await item('posts', { ...post, title: 'Harbour' })
    cleanup(() => english.remove())
    const german = await item('posts', { ...post, title: 'Hafen', language: 'de' })
    cleanup(() => german.remove())
    const onlyEnglish = await item('posts', { ...post, slug: `${slug}-2`, title: 'Quay' })
    cleanup(() => onlyEnglish.remove())

    const titles = async (language: string) => {
      const response = await client.get('/api/cms/posts').qs({ tag: slug, language })
      const { data, total } = response.body() as { data: { title: string }[]; total: number }
      assert.equal(total, data.length)
      return data.map(({ title }) => title).toSorted()
    }
    assert.deepEqual(await titles('en'), ['Harbour', 'Quay'])
    assert.deepEqual(await titles('de'), ['Hafen', 'Quay'])

    const places = async (language: string) => {
      const { data } = (await read(client, 'sitemap', language)).body() as { data: { path: string }[] }
      return data.filter(({ path }) => path.startsWith(`/blog/${slug}`)).length
    }
    assert.equal(await places('en'), 2)
    assert.equal(await places('de'), 2)
  })

  test('leads on in its language, and to what is written in it alone only there', async ({
    assert,
    client,
    cleanup,
  }) => {
    const slug = unusedSlug()
    const post = { published_at: day, tags: [slug] }
    const english = await item('posts', { ...post, slug, title: 'Harbour' })
    cleanup(() => english.remove())
    const german = await item('posts', { ...post, slug: `${slug}-2`, title: 'Kai', language: 'de' })
    cleanup(() => german.remove())

    const related = async (language: string) => {
      const { data } = (await read(client, `posts/${slug}`, language)).body()
      return (data.related as { title: string }[]).map(({ title }) => title)
    }
    assert.deepEqual(await related('de'), ['Kai'])
    assert.notInclude(await related('en'), 'Kai')
    ;(await read(client, `posts/${slug}-2`, 'en')).assertStatus(404)
    ;(await read(client, `posts/${slug}-2`, 'de')).assertStatus(200)
  })

  test('speaks German in its navigation, its footer and its home page', async ({ assert, client }) => {
    const [english, german] = await Promise.all(
      ['en', 'de'].map(async (language) => (await read(client, 'site', language)).body().data),
    )
    const hrefs = (site: { navigation: { header: { href: string }[] } }) =>
      site.navigation.header.map(({ href }) => href)
    assert.deepEqual(hrefs(german), hrefs(english))
    assert.deepInclude(german.navigation.header[1], { label: 'Preise', href: '/pricing' })
    assert.deepInclude(english.navigation.header[1], { label: 'Pricing', href: '/pricing' })
    assert.equal(german.navigation.footer.length, english.navigation.footer.length)
    assert.notEqual(german.footerText, english.footerText)
    // What is empty in German is as in English.
    assert.deepEqual(german.image, english.image)

    const { data: home } = (await read(client, 'pages', 'de')).body()
    assert.equal(home.language, 'de')
    assert.equal(home.blocks[0].title, 'Das Gerüst um Ihr Produkt')
  })

  test('is found by the grammar of its language', async ({ assert, client, cleanup }) => {
    const slug = unusedSlug()
    const english = await item('posts', { slug, title: 'Quokka harbours', published_at: day })
    cleanup(() => english.remove())
    const german = await item('posts', {
      slug,
      title: 'Quokkahäfen',
      body: 'Über die Quokkahäuser am Kai.',
      published_at: day,
      language: 'de',
    })
    cleanup(async () => {
      await german.remove()
      await indexContent()
    })
    await indexContent()
    const found = async (q: string, language: string) => {
      const response = await client.get('/api/cms/search').qs({ q, language })
      return (response.body().data as { title: string }[]).map(({ title }) => title)
    }
    assert.deepEqual(await found('quokka harbour', 'en'), ['Quokka harbours'])
    assert.deepEqual(await found('quokkahaus', 'de'), ['Quokkahäfen'])
    assert.notInclude(await found('quokkahaus', 'en'), 'Quokkahäfen')
    assert.notInclude(await found('quokka harbour', 'de'), 'Quokka harbours')
  })

  test('does not exist in a language that we do not speak: {path}')
    .with([
      { path: 'site' },
      { path: 'pages' },
      { path: 'posts' },
      { path: 'posts/one-door' },
      { path: 'sitemap' },
      { path: 'search?q=gateway' },
    ])
    .run(async ({ client }, { path }) => {
      const response = await client.get(`/api/cms/${path}${path.includes('?') ? '&' : '?'}language=fr`)
      response.assertStatus(422)
      response.assertBodyContains({ code: 'E_VALIDATION_ERROR' })
    })
})

test.group('Translating', (group) => {
  group.teardown(demoteWriters)

  const translate = async (client: ApiClient, kind: string, id: string, headers: object, language = 'de') =>
    client
      .post(`/api/cms/entries/${kind}/${id}/translations`)
      .headers(headers as Record<string, string>)
      .json({ language })

  test('begins a draft that says the same, is its own, and goes on the site when it is published', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const blocks = [
      { type: 'hero', values: { title: 'The yard', actions: [{ label: 'Go', href: '/docs' }] } },
    ]
    const path = `/${unusedSlug()}`
    const made = await client
      .post('/api/cms/entries/pages')
      .headers(headers)
      .json({ title: 'Yard', path, blocks })
    const english = made.body().data as { id: string; language: string }
    cleanup(forget(client, 'pages', english.id))
    assert.equal(english.language, 'en')
    await client.post(`/api/cms/entries/pages/${english.id}/publication`).headers(headers).json({})

    const response = await translate(client, 'pages', english.id, headers)
    response.assertStatus(201)
    const { id, isPublished } = response.body().data as { id: string; isPublished: boolean }
    cleanup(forget(client, 'pages', id))
    assert.notEqual(id, english.id)
    assert.isFalse(isPublished)
    assert.deepEqual(await actionsAbout(id), ['content.drafted'])
    const address = `/api/cms/entries/pages/${id}`
    const copy = (await client.get(address).headers(headers)).body().data
    assert.containsSubset(copy, { language: 'de', path, title: 'Yard', address: null })
    assert.equal(copy.blocks[0].values.title, 'The yard')

    const values = { ...copy.blocks[0].values, title: 'Der Hof' }
    const saved = await client
      .patch(address)
      .headers(headers)
      .json({ title: 'Hof', blocks: [{ ...copy.blocks[0], values }] })
    saved.assertStatus(200)
    const shown = async (language: string) => (await read(client, `pages${path}`, language)).body().data
    assert.equal((await shown('de')).title, 'Yard')
    ;(await client.post(`${address}/publication`).headers(headers).json({})).assertStatus(200)
    assert.deepInclude(await shown('de'), { title: 'Hof', language: 'de' })
    assert.equal((await shown('de')).blocks[0].title, 'Der Hof')
    assert.deepInclude(await shown('en'), { title: 'Yard', language: 'en' })
    assert.equal((await shown('en')).blocks[0].title, 'The yard')

    // Changed, the translation is still German, and still the one that is opened.
    await client.patch(address).headers(headers).json({ title: 'Hofe' })
    const again = await translate(client, 'pages', english.id, headers)
    again.assertStatus(200)
    assert.equal(again.body().data.id, id)
    assert.equal((await translate(client, 'pages', id, headers, 'en')).body().data.id, english.id)
    ;(await client.delete(`${address}/publication`).headers(headers)).assertStatus(200)
    assert.equal((await shown('de')).title, 'Yard')
    assert.equal((await client.get(address).headers(headers)).body().data.language, 'de')
  })

  test('opens the draft that there is, and lists it by its language', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const { id, slug } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const german = (await translate(client, 'posts', id, headers)).body().data as { id: string }
    cleanup(forget(client, 'posts', german.id))
    assert.equal((await translate(client, 'posts', id, headers)).body().data.id, german.id)

    const listed = async (query: object) => {
      const response = await client
        .get('/api/cms/entries')
        .headers(headers)
        .qs({ perPage: 100, ...query })
      const lines = response.body().data as { id: string; address: string; language: string }[]
      return lines
        .filter(({ address }) => address.endsWith(slug))
        .map((line) => `${line.language} ${line.id}`)
    }
    assert.sameMembers(await listed({}), [`en ${id}`, `de ${german.id}`])
    assert.deepEqual(await listed({ language: 'de' }), [`de ${german.id}`])
    assert.deepEqual(await listed({ language: 'en', search: slug }), [`en ${id}`])
  })

  test('leaves an address to one entry in each language', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const slug = unusedSlug()
    const german = await item('posts', { title: 'Hafen', slug, language: 'de', published_at: day })
    cleanup(() => german.remove())
    const add = (path: string, language: string) =>
      client
        .post(`/api/cms/${path}`)
        .headers(headers)
        .json({ ...draft(), slug, language })

    for (const path of ['entries/posts', 'posts']) {
      const refused = await add(path, 'de')
      refused.assertStatus(422)
      assert.property(refused.body().details, 'slug')
    }
    const made = await add('posts', 'en')
    made.assertStatus(201)
    cleanup(async () => void (await client.delete(`/api/cms/posts/${made.body().data.id}`).headers(headers)))
    const rows = await stored<{ language: string }[]>(`/items/posts?filter[slug][_eq]=${slug}`)
    assert.sameMembers(
      rows.map(({ language }) => language),
      ['de', 'en'],
    )
  })

  test('is for writers too, who publish nothing, and for nobody else', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const slug = unusedSlug()
    const post = await item('posts', { title: 'Harbour', slug, published_at: day })
    cleanup(() => post.remove())
    const drafts = () => stored<unknown[]>('/versions?filter[collection][_eq]=posts&fields=id&limit=-1')
    const before = await drafts()
    ;(await translate(client, 'posts', post.id, { authorization: 'Bearer none' })).assertStatus(401)
    ;(await translate(client, 'posts', post.id, await proofOf(await person('user')))).assertStatus(403)
    ;(await translate(client, 'posts', post.id, headers, 'fr')).assertStatus(422)
    ;(await translate(client, 'pages', post.id, headers)).assertStatus(404)
    assert.sameDeepMembers(await drafts(), before)

    const theirs = await writer()
    const response = await translate(client, 'posts', post.id, theirs)
    response.assertStatus(201)
    const { id } = response.body().data as { id: string }
    cleanup(forget(client, 'posts', id))
    ;(await client.post(`/api/cms/entries/posts/${id}/publication`).headers(theirs).json({})).assertStatus(
      403,
    )
    assert.equal((await read(client, `posts/${slug}`, 'de')).body().data.language, 'en')
  })
})
