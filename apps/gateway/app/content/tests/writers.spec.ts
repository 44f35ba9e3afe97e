import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { forget, begin, writer } from '#content/tests/entry_world'
import { demoteWriters, draft, editor, item, person, proofOf, stored } from '#content/tests/world'

test.group('Writers', (group) => {
  group.teardown(demoteWriters)

  test('make drafts, and publish nothing', async ({ assert, client, cleanup }) => {
    const headers = await writer()
    const { id } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const entry = `/api/cms/entries/posts/${id}`
    ;(await client.patch(entry).headers(headers).json({ title: 'Mine' })).assertStatus(200)
    for (const request of [
      client.post(`${entry}/publication`).json({}),
      client.post(`${entry}/publication`).json({ publishAt: DateTime.utc().plus({ days: 1 }).toISO() }),
      client.delete(`${entry}/publication`),
      client.delete(entry),
      client.post('/api/cms/posts').json(draft()),
    ]) {
      ;(await request.headers(headers)).assertStatus(403)
    }
    assert.isEmpty(await stored<unknown[]>(`/items/posts?filter[id][_eq]=${id}`))
  })

  test('see nothing of each other', async ({ assert, client, cleanup }) => {
    const { id } = await begin(client, await writer())
    cleanup(forget(client, 'posts', id))
    const other = await proofOf(await person('writer'))
    ;(await client.get(`/api/cms/entries/posts/${id}`).headers(other)).assertStatus(404)
    ;(await client.patch(`/api/cms/entries/posts/${id}`).headers(other).json({ title: 'Ours' })).assertStatus(
      404,
    )
    ;(await client.delete(`/api/cms/entries/posts/${id}/draft`).headers(other)).assertStatus(404)
    const list = (await client.get('/api/cms/entries').headers(other).qs({ state: 'draft' })).body().data
    assert.notInclude(
      list.map((entry: { id: string }) => entry.id),
      id,
    )
    // Whoever publishes has to see it.
    const { headers } = await editor()
    ;(await client.get(`/api/cms/entries/posts/${id}`).headers(headers)).assertStatus(200)
  })

  test('do not touch the draft that an editor has of something published', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const theirs = await writer()
    const post = await item('posts', draft())
    cleanup(forget(client, 'posts', post.id))
    const entry = `/api/cms/entries/posts/${post.id}`
    await client.patch(entry).headers(headers).json({ title: 'By Eve' })
    const seen = await client.get(entry).headers(theirs)
    seen.assertBodyContains({ data: { title: draft().title, isMine: false } })
    const refused = await client.patch(entry).headers(theirs).json({ title: 'By Will' })
    refused.assertStatus(403)
    refused.assertBodyContains({ code: 'E_FOREIGN_DRAFT' })
    ;(await client.get(entry).headers(headers)).assertBodyContains({ data: { title: 'By Eve' } })
  })

  test('may at the CMS what their role allows here, from the moment it changes', async ({
    assert,
    client,
    cleanup,
  }) => {
    const user = await person('writer')
    const headers = await proofOf(user)
    const { id } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const roleAtCms = async () =>
      (await stored<{ role: { name: string } }>(`/users/${user.id}?fields=role.name`)).role.name
    assert.equal(await roleAtCms(), 'Writer')

    await user.merge({ role: 'editor' }).save()
    await client.post(`/api/cms/entries/posts/${id}/publication`).headers(headers).json({})
    assert.equal(await roleAtCms(), 'Editor')

    await user.merge({ role: 'writer' }).save()
    await client.get('/api/cms/entries').headers(headers)
    assert.equal(await roleAtCms(), 'Writer')
  })
})
