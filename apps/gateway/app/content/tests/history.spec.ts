import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { actionsAbout, forget } from '#content/tests/entry_world'
import { draft, editor, item, unusedSlug } from '#content/tests/world'

test.group('The history', () => {
  const text = (body: string) => ({ type: 'rich_text', values: { body } })

  async function publishedTwice(client: ApiClient, kind: 'posts' | 'pages', first: object, change: object) {
    const { headers } = await editor()
    const made = await client.post(`/api/cms/entries/${kind}`).headers(headers).json(first)
    made.assertStatus(201)
    const { id } = made.body().data as { id: string }
    const entry = `/api/cms/entries/${kind}/${id}`
    await client.post(`${entry}/publication`).headers(headers).json({})
    ;(await client.patch(entry).headers(headers).json(change)).assertStatus(200)
    await client.post(`${entry}/publication`).headers(headers).json({})
    const editions = (await client.get(`${entry}/editions`).headers(headers)).body().data as { id: number }[]
    return { id, entry, headers, editions }
  }

  test('of a post says who and when, compares, and brings back as a draft', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { eve } = await editor()
    const post = draft()
    const { id, entry, headers, editions } = await publishedTwice(client, 'posts', post, {
      title: 'Night',
      tags: ['a'],
    })
    cleanup(forget(client, 'posts', id))
    assert.lengthOf(editions, 2)
    assert.containsSubset(editions[1], { publishedBy: eve.fullName })

    const first = `${entry}/editions/${editions[1]!.id}`
    const compared = (await client.get(first).headers(headers)).body().data
    assert.isTrue(compared.isWhole)
    assert.deepInclude(compared.differences, { field: 'title', before: post.title, after: 'Night' })
    assert.deepInclude(compared.differences, { field: 'tags', before: '', after: 'a' })

    ;(await client.post(`${first}/restoration`).headers(headers).json({})).assertStatus(200)
    const now = (await client.get(entry).headers(headers)).body().data
    assert.deepInclude(now, { title: post.title, tags: [], hasDraft: true })
    ;(await client.get(`/api/cms/posts/${post.slug}`)).assertBodyContains({ data: { title: 'Night' } })
    assert.include(await actionsAbout(id), 'content.restored')
  })

  test('of a page has its blocks, also those that were removed since', async ({
    assert,
    client,
    cleanup,
  }) => {
    const first = { title: 'Yard', path: `/${unusedSlug()}`, blocks: [text('Cranes.'), text('Hooks.')] }
    const { id, entry, headers, editions } = await publishedTwice(client, 'pages', first, {
      blocks: [text('Ropes.')],
    })
    cleanup(forget(client, 'pages', id))

    const edition = `${entry}/editions/${editions[1]!.id}`
    const compared = (await client.get(edition).headers(headers)).body().data
    assert.deepEqual(
      compared.differences.map(({ field }: { field: string }) => field),
      ['blocks'],
    )
    assert.include(compared.differences[0].before, 'Hooks.')
    ;(await client.post(`${edition}/restoration`).headers(headers).json({})).assertStatus(200)
    ;(await client.post(`${entry}/publication`).headers(headers).json({})).assertStatus(200)
    const { blocks } = (await client.get(`/api/cms/pages${first.path}`)).body().data
    assert.deepEqual(
      blocks.map(({ body }: { body: string }) => body.trim()),
      ['<p>Cranes.</p>', '<p>Hooks.</p>'],
    )
  })

  test('of one entry is not that of another', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const { id, editions } = await publishedTwice(client, 'posts', draft(), { title: 'Night' })
    cleanup(forget(client, 'posts', id))
    const other = await item('posts', draft())
    cleanup(forget(client, 'posts', other.id))
    const edition = editions[0]!.id
    const foreign = `/api/cms/entries/posts/${other.id}/editions/${edition}`
    ;(await client.get(foreign).headers(headers)).assertStatus(404)
    const restoration = `/api/cms/entries/posts/${other.id}/editions/${edition}/restoration`
    ;(await client.post(restoration).headers(headers).json({})).assertStatus(404)
  })
})

test('The blocks that can be edited are those that are validated', async ({ assert, client }) => {
  const { blockTypes } = await import('#content/editorial/block_types')
  const { blockValidators } = await import('#content/validators/blocks')
  const { headers } = await editor()
  const response = await client.get('/api/cms/block-types').headers(headers)
  response.assertStatus(200)
  assert.deepEqual(response.body().data.types, JSON.parse(JSON.stringify(blockTypes)))
  assert.isNotEmpty(response.body().data.forms)

  for (const { type, fields } of blockTypes) {
    const [error] = await blockValidators[type].tryValidate({})
    const missing = ((error?.messages ?? []) as { field: string }[]).map(({ field }) => field)
    assert.sameMembers(
      missing,
      fields.filter(({ required }) => required).map(({ name }) => name),
      type,
    )
    for (const { name, most, kind } of fields) {
      if (most === null) continue
      const tooMuch =
        kind === 'number' ? most + 1 : kind === 'rows' ? Array(most + 1).fill({}) : 'x'.repeat(most + 1)
      const [refusal] = await blockValidators[type].tryValidate({ [name]: tooMuch })
      const refused = ((refusal?.messages ?? []) as { field: string }[]).map(({ field }) => field)
      assert.isTrue(
        refused.some((field) => field === name || field.startsWith(`${name}.`)),
        `${type}.${name}`,
      )
    }
  }
})

test('Images are listed, and found by what they are called', async ({ assert, client }) => {
  const { headers } = await editor()
  const list = await client.get('/api/cms/files').headers(headers).qs({ perPage: 2 })
  list.assertStatus(200)
  assert.lengthOf(list.body().data, 2)
  assert.isAbove(list.body().total, 2)
  const [{ title }] = list.body().data
  const found = await client.get('/api/cms/files').headers(headers).qs({ search: title })
  assert.include(
    found.body().data.map((file: { title: string }) => file.title),
    title,
  )
})
