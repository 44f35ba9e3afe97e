import { test } from '@japa/runner'
import { updateUser } from '@directus/sdk'
import { uuidv7 } from 'uuidv7'
import { admin } from '#content/cms/client'
import { draft, editor, item, person, proofOf, stored, unplug } from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

const eventsAbout = async (id: string) => {
  const events = await LedgerEvent.query().where({ subject_id: id }).orderBy('id')
  return events.map(({ action, actorId }) => ({ action, actorId }))
}

test.group('Editing posts', () => {
  test('is seen by visitors at once, and recorded', async ({ assert, client }) => {
    const { eve, headers } = await editor()
    const post = draft()

    const created = await client.post('/api/cms/posts').headers(headers).json(post)
    created.assertStatus(201)
    const { id } = created.body().data
    const address = `/api/cms/posts/${post.slug}`
    assert.include((await client.get(address)).body().data.body, 'Cranes <em>lift</em>.')

    const changed = await client.patch(`/api/cms/posts/${id}`).headers(headers).json({ title: 'A night' })
    changed.assertStatus(200)
    changed.assertBodyContains({ data: { title: 'A night', body: post.body } })
    assert.equal((await client.get(address)).body().data.title, 'A night')
    const list = (await client.get('/api/cms/posts')).body().data
    assert.equal(list.find((entry: { id: string }) => entry.id === id).title, 'A night')

    const deleted = await client.delete(`/api/cms/posts/${id}`).headers(headers)
    deleted.assertStatus(204)
    ;(await client.get(address)).assertStatus(404)
    ;(await client.delete(`/api/cms/posts/${id}`).headers(headers)).assertStatus(404)

    assert.deepEqual(await eventsAbout(id), [
      { action: 'post.created', actorId: eve.id },
      { action: 'post.updated', actorId: eve.id },
      { action: 'post.deleted', actorId: eve.id },
    ])
  })

  test('happens in the name of the editor', async ({ assert, client, cleanup }) => {
    const { eve, headers } = await editor()
    const post = await item('posts', draft())
    cleanup(() => post.remove())

    await client.patch(`/api/cms/posts/${post.id}`).headers(headers).json({ title: 'By Eve' })
    const [activity] = await stored<{ user: string }[]>(
      `/activity?filter[item][_eq]=${post.id}&filter[action][_eq]=update&fields=user`,
    )
    assert.equal(activity!.user, eve.id)
  })

  test('goes on after somebody changed the password of the CMS user', async ({ client }) => {
    const { eve, headers } = await editor()
    await client.get('/api/cms/entries').headers(headers)
    await admin.request(updateUser(eve.id, { password: 'somebody-elses', status: 'suspended' }))

    const response = await client.get('/api/cms/entries').headers(headers)
    response.assertStatus(200)
  })

  test('drops fields it does not know', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const post = await item('posts', draft())
    cleanup(() => post.remove())

    const json = { title: 'Kept', id: uuidv7(), date_created: '2001-01-01', user_created: uuidv7() }
    const response = await client.patch(`/api/cms/posts/${post.id}`).headers(headers).json(json)
    response.assertStatus(200)
    const row = await stored<{ title: string; date_created: string }>(`/items/posts/${post.id}`)
    assert.equal(row.title, 'Kept')
    assert.notInclude(row.date_created, '2001')
  })

  test('refuses {field} = {value} and leaves the post as it was')
    .with([
      { field: 'title', value: '' },
      { field: 'slug', value: 'No Slug' },
      { field: 'category', value: uuidv7() },
      { field: 'category', value: '../users' },
      { field: 'publishedAt', value: 'yesterday' },
      { field: 'tags', value: 'one' },
    ])
    .run(async ({ assert, client, cleanup }, { field, value }) => {
      const { headers } = await editor()
      const post = await item('posts', draft())
      cleanup(() => post.remove())
      const before = await stored(`/items/posts/${post.id}`)

      const response = await client
        .patch(`/api/cms/posts/${post.id}`)
        .headers(headers)
        .json({ [field]: value })
      response.assertStatus(422)
      assert.property(response.body().details, field)
      assert.deepEqual(await stored(`/items/posts/${post.id}`), before)
      assert.isEmpty(await eventsAbout(post.id))
    })

  test('refuses a slug that is taken', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const post = draft()
    const first = await item('posts', post)
    cleanup(() => first.remove())

    const response = await client.post('/api/cms/posts').headers(headers).json(post)
    response.assertStatus(422)
    response.assertBodyContains({ details: { slug: 'This is already taken.' } })
    const found = await stored<unknown[]>(`/items/posts?filter[slug][_eq]=${post.slug}`)
    assert.lengthOf(found, 1)
  })

  test('is not for people without the role', async ({ assert, client, cleanup }) => {
    const headers = await proofOf(await person('user'))
    const post = await item('posts', draft())
    cleanup(() => post.remove())

    for (const request of [
      client.get('/api/cms/entries'),
      client.get(`/api/cms/entries/posts/${post.id}`),
      client.post('/api/cms/posts').json(draft()),
      client.patch(`/api/cms/posts/${post.id}`).json({ title: 'Mine' }),
      client.delete(`/api/cms/posts/${post.id}`),
    ]) {
      const response = await request.headers(headers)
      response.assertStatus(403)
      response.assertBodyContains({ code: 'E_FORBIDDEN' })
    }
    const row = await stored<{ title: string }>(`/items/posts/${post.id}`)
    assert.equal(row.title, draft().title)
  })

  test('is for platform administrators as well', async ({ client }) => {
    const headers = await proofOf(await person('platform_admin'))
    const response = await client.get('/api/cms/entries').headers(headers)
    response.assertStatus(200)
  })

  test('needs someone signed in', async ({ client }) => {
    const headers = { authorization: 'Bearer nonsense' }
    for (const request of [
      client.get('/api/cms/entries'),
      client.get('/api/cms/entries').headers(headers),
      client.post('/api/cms/posts').headers(headers).json(draft()),
      client.patch(`/api/cms/posts/${uuidv7()}`).headers(headers).json({ title: 'Mine' }),
      client.delete(`/api/cms/posts/${uuidv7()}`).headers(headers),
    ]) {
      const response = await request
      response.assertStatus(401)
    }
  })

  test('needs the CSRF token where a cookie counts', async ({ client }) => {
    const response = await client.post('/api/cms/posts').json(draft())
    response.assertStatus(403)
    response.assertBodyContains({ code: 'E_BAD_CSRF_TOKEN' })
  })

  test('waits while the CMS is gone, and nothing is half done', async ({ assert, client, cleanup }) => {
    const eve = await person('editor')
    const headers = await proofOf(eve)
    const plugIn = unplug()
    cleanup(plugIn)

    const response = await client.post('/api/cms/posts').headers(headers).json(draft())
    response.assertStatus(503)
    response.assertBodyContains({ code: 'E_CMS_UNAVAILABLE' })
    assert.equal(response.header('retry-after'), '5')
    assert.isEmpty(await LedgerEvent.query().where({ actor_id: eve.id }))

    plugIn()
    const later = await client.post('/api/cms/posts').headers(headers).json(draft())
    later.assertStatus(201)
    ;(await client.delete(`/api/cms/posts/${later.body().data.id}`).headers(headers)).assertStatus(204)
  })
})
