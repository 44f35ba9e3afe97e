import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { uuidv7 } from 'uuidv7'
import { forget } from '#content/tests/entry_world'
import { editor, stored, unusedSlug } from '#content/tests/world'

test.group('Pages', () => {
  const page = (blocks: object[] = []) => ({ title: 'Yard', path: `/${unusedSlug()}`, blocks })
  const hero = { type: 'hero', values: { title: 'The yard', actions: [{ label: 'Go', href: '/docs' }] } }
  const text = { type: 'rich_text', values: { body: 'Cranes *lift*.' } }

  async function published(client: ApiClient, blocks: object[]) {
    const { headers } = await editor()
    const response = await client.post('/api/cms/entries/pages').headers(headers).json(page(blocks))
    response.assertStatus(201)
    const { id, path } = response.body().data as { id: string; path: string }
    const entry = `/api/cms/entries/pages/${id}`
    ;(await client.post(`${entry}/publication`).headers(headers).json({})).assertStatus(200)
    return { id, path, entry, address: `/api/cms/pages${path}`, headers }
  }

  test('are built of blocks, which keep their place in the history', async ({ assert, client, cleanup }) => {
    const { id, entry, address, headers } = await published(client, [hero, text])
    cleanup(forget(client, 'pages', id))
    const shown = (await client.get(address)).body().data.blocks as { id: string; type: string }[]
    assert.deepEqual(
      shown.map(({ type }) => type),
      ['hero', 'rich_text'],
    )

    const { blocks } = (await client.get(entry).headers(headers)).body().data
    const gallery = { type: 'gallery', values: { title: 'Pictures', images: [] } }
    const changed = await client
      .patch(entry)
      .headers(headers)
      .json({ blocks: [blocks[1], gallery, blocks[0]] })
    changed.assertStatus(200)
    assert.deepEqual((await client.get(address)).body().data.blocks, shown)
    await client.post(`${entry}/publication`).headers(headers).json({})
    const after = (await client.get(address)).body().data.blocks as { id: string; type: string }[]
    assert.deepEqual(
      after.map(({ type }) => type),
      ['rich_text', 'gallery', 'hero'],
    )
    assert.equal(after[2]!.id, shown[0]!.id)

    await client.patch(entry).headers(headers).json({ blocks: [] })
    await client.post(`${entry}/publication`).headers(headers).json({})
    assert.isEmpty((await client.get(address)).body().data.blocks)
  })

  test('come back with their blocks after they were taken from the site', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { id, entry, address, headers } = await published(client, [hero, text])
    cleanup(forget(client, 'pages', id))
    const before = (await client.get(address)).body().data
    ;(await client.delete(`${entry}/publication`).headers(headers)).assertStatus(200)
    ;(await client.get(address)).assertStatus(404)
    ;(await client.patch(entry).headers(headers).json({ title: 'Yards' })).assertStatus(200)
    ;(await client.post(`${entry}/publication`).headers(headers).json({})).assertStatus(200)
    const after = (await client.get(address)).body().data
    const contents = (blocks: { id: string }[]) => blocks.map(({ id: _, ...block }) => block)
    assert.equal(after.id, id)
    assert.deepEqual(contents(after.blocks), contents(before.blocks))
  })

  test('are not given the blocks of another page', async ({ assert, client, cleanup }) => {
    const one = await published(client, [hero])
    const other = await published(client, [text])
    cleanup(forget(client, 'pages', one.id))
    cleanup(forget(client, 'pages', other.id))
    const { blocks } = (await client.get(one.entry).headers(one.headers)).body().data
    await client
      .patch(other.entry)
      .headers(other.headers)
      .json({ blocks: [{ ...hero, id: blocks[0].id }] })
    await client.post(`${other.entry}/publication`).headers(other.headers).json({})
    const left = (await client.get(one.address)).body().data.blocks as { id: string }[]
    assert.deepEqual(
      left.map(({ id }) => id),
      [blocks[0].id],
    )
  })

  test('refuse {place}, and stay as they were')
    .with([
      { place: 'path', change: { path: '/admin/secret' } },
      { place: 'path', change: { path: 'no-slash' } },
      { place: 'path', change: { path: '/about' } },
      { place: 'blocks.0.title', change: { blocks: [{ type: 'hero', values: {} }] } },
      {
        place: 'blocks.1.actions.0.href',
        change: {
          blocks: [
            { type: 'rich_text', values: { body: 'Fine' } },
            {
              type: 'cta',
              values: { title: 'Go', tone: 'plain', actions: [{ label: 'Go', href: 'javascript:alert(1)' }] },
            },
          ],
        },
      },
      { place: 'blocks.0.form', change: { blocks: [{ type: 'form', values: { form: uuidv7() } }] } },
      {
        place: 'blocks.0.images.0.file',
        change: { blocks: [{ type: 'gallery', values: { images: [{ file: uuidv7() }] } }] },
      },
      { place: 'blocks.0.type', change: { blocks: [{ type: 'script', values: {} }] } },
    ])
    .run(async ({ assert, client, cleanup }, { place, change }) => {
      const { headers } = await editor()
      const made = await client
        .post('/api/cms/entries/pages')
        .headers(headers)
        .json(page([text]))
      const { id } = made.body().data
      cleanup(forget(client, 'pages', id))
      const response = await client.patch(`/api/cms/entries/pages/${id}`).headers(headers).json(change)
      response.assertStatus(422)
      assert.include(Object.keys(response.body().details), place)
      const now = (await client.get(`/api/cms/entries/pages/${id}`).headers(headers)).body().data
      assert.deepInclude(now, { path: made.body().data.path, updatedAt: made.body().data.updatedAt })
    })

  test('that the navigation links to are neither taken from the site nor deleted', async ({
    assert,
    client,
  }) => {
    const { headers } = await editor()
    const [link] = await stored<{ page: string }[]>(
      '/items/navigation_items?filter[page][_nnull]=true&limit=1',
    )
    const entry = `/api/cms/entries/pages/${link!.page}`
    for (const request of [client.delete(entry), client.delete(`${entry}/publication`)]) {
      const response = await request.headers(headers)
      response.assertStatus(409)
      response.assertBodyContains({ code: 'E_PAGE_LINKED' })
    }
    assert.lengthOf(await stored<unknown[]>(`/items/pages?filter[id][_eq]=${link!.page}`), 1)
    assert.isEmpty(await stored<unknown[]>(`/versions?filter[name][_eq]=${link!.page}`))
  })
})
