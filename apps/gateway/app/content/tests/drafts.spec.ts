import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { Ask } from '#content/editorial/ask'
import { StaleDraftException } from '#content/exceptions/entry_exceptions'
import { actionsAbout, forget, begin, changeInStudio, writer } from '#content/tests/entry_world'
import { demoteWriters, draft, editor, item, stored, unplug, unusedSlug } from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

test.group('Drafts of posts', (group) => {
  group.teardown(demoteWriters)

  test('are published, changed, taken back and deleted, in the name of the editor', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { eve, headers } = await editor()
    const { id, slug } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const address = `/api/cms/posts/${slug}`
    const entry = `/api/cms/entries/posts/${id}`
    ;(await client.get(address)).assertStatus(404)

    const published = await client.post(`${entry}/publication`).headers(headers).json({})
    published.assertStatus(200)
    published.assertBodyContains({ data: { isPublished: true, hasDraft: false } })
    ;(await client.get(address)).assertBodyContains({ data: { id, title: draft().title } })
    const [activity] = await stored<{ user: string }[]>(
      `/activity?filter[item][_eq]=${id}&filter[collection][_eq]=posts&fields=user`,
    )
    assert.equal(activity!.user, eve.id)

    const changed = await client.patch(entry).headers(headers).json({ title: 'A night' })
    changed.assertBodyContains({ data: { title: 'A night', slug, isPublished: true, hasDraft: true } })
    ;(await client.get(address)).assertBodyContains({ data: { title: draft().title } })
    await client.post(`${entry}/publication`).headers(headers).json({})
    ;(await client.get(address)).assertBodyContains({ data: { title: 'A night' } })

    const back = await client.delete(`${entry}/publication`).headers(headers)
    back.assertBodyContains({ data: { isPublished: false, hasDraft: true } })
    ;(await client.get(address)).assertStatus(404)
    ;(await client.get(entry).headers(headers)).assertBodyContains({ data: { id, title: 'A night' } })
    ;(await client.delete(`${entry}/publication`).headers(headers)).assertStatus(409)

    ;(await client.delete(entry).headers(headers)).assertStatus(204)
    ;(await client.get(entry).headers(headers)).assertStatus(404)
    assert.deepEqual(await actionsAbout(id), [
      'content.drafted',
      'content.published',
      'content.drafted',
      'content.published',
      'content.unpublished',
      'content.deleted',
    ])
  })

  test('are discarded, and what is published stays', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const post = await item('posts', draft())
    cleanup(() => post.remove())
    const entry = `/api/cms/entries/posts/${post.id}`
    ;(await client.delete(`${entry}/draft`).headers(headers)).assertStatus(409)
    await client.patch(entry).headers(headers).json({ title: 'Not this' })
    ;(await client.delete(`${entry}/draft`).headers(headers)).assertStatus(204)
    const kept = await client.get(entry).headers(headers)
    kept.assertBodyContains({ data: { title: draft().title, hasDraft: false, isPublished: true } })
  })

  test('are not saved over what somebody else has saved in the meantime', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const { id, updatedAt } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const save = (json: object) => client.patch(`/api/cms/entries/posts/${id}`).headers(headers).json(json)
    ;(await save({ title: 'Mine', basedOn: updatedAt })).assertStatus(200)
    const late = await save({ title: 'Theirs', basedOn: updatedAt })
    late.assertStatus(409)
    late.assertBodyContains({ code: 'E_STALE_DRAFT' })
    const now = await client.get(`/api/cms/entries/posts/${id}`).headers(headers)
    now.assertBodyContains({ data: { title: 'Mine' } })
  })

  test('are not published, now or later, by whoever has not seen what they say now', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const { id, updatedAt } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const entry = `/api/cms/entries/posts/${id}`
    const { updatedAt: now } = (await client.patch(entry).headers(headers).json({ title: 'Newer' })).body()
      .data
    const publish = (json: object) => client.post(`${entry}/publication`).headers(headers).json(json)
    const publishAt = DateTime.utc().plus({ hours: 1 }).toISO()
    for (const body of [{ basedOn: updatedAt }, { basedOn: updatedAt, publishAt }]) {
      const refused = await publish(body)
      refused.assertStatus(409)
      refused.assertBodyContains({ code: 'E_STALE_DRAFT' })
    }
    assert.deepEqual(await actionsAbout(id), ['content.drafted', 'content.drafted'])
    ;(await publish({ basedOn: 'yesterday' })).assertStatus(422)
    ;(await publish({ basedOn: now })).assertStatus(200)
  })

  test('take back what was published in the meantime only where that is wanted', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const theirs = await writer()
    const post = await item('posts', draft())
    cleanup(forget(client, 'posts', post.id))
    const entry = `/api/cms/entries/posts/${post.id}`
    const titleNow = async () =>
      (await stored<{ title: string }>(`/items/posts/${post.id}?fields=title`)).title
    const publish = (json: object) => client.post(`${entry}/publication`).headers(headers).json(json)

    // Whoever began the draft, an unchanged item is no obstacle.
    await client.patch(entry).headers(theirs).json({ excerpt: 'By Will' })
    ;(await publish({})).assertStatus(200)

    await client.patch(entry).headers(headers).json({ excerpt: 'From the draft' })
    await changeInStudio(post.id, { title: 'From the Studio' })
    for (const body of [{}, { publishAt: DateTime.utc().plus({ hours: 1 }).toISO() }]) {
      const refused = await publish(body)
      refused.assertStatus(409)
      refused.assertBodyContains({ code: 'E_OUTDATED_DRAFT' })
    }
    assert.equal(await titleNow(), 'From the Studio')
    ;(await publish({ overwrite: true })).assertStatus(200)
    assert.equal(await titleNow(), draft().title)
  })

  test('begun by two at once are one, and the other hears of it', async ({ assert, cleanup }) => {
    const { eve } = await editor()
    const post = await item('posts', draft())
    cleanup(() => post.remove())
    const ask = new Ask(eve)
    const begin = () =>
      ask.write<{ id: string }>('POST', '/versions', { collection: 'posts', item: post.id, key: 'draft' })
    const { id } = await begin()
    cleanup(() => ask.write('DELETE', `/versions/${id}`))
    const refusal = (call: Promise<unknown>) => call.then(() => null).catch((error: unknown) => error)
    assert.instanceOf(await refusal(begin()), StaleDraftException)
    await ask.write('POST', `/versions/${id}/save`, { title: 'Mine' })
    const promotion = ask.write('POST', `/versions/${id}/promote`, { mainHash: 'of another time' })
    assert.instanceOf(await refusal(promotion), StaleDraftException)
  })

  test('go with what is published when that is deleted', async ({ assert, client }) => {
    const { headers } = await editor()
    const post = await item('posts', draft())
    const entry = `/api/cms/entries/posts/${post.id}`
    await client.patch(entry).headers(headers).json({ title: 'Not for long' })
    ;(await client.delete(entry).headers(headers)).assertStatus(204)
    assert.isEmpty(await stored<unknown[]>(`/items/posts?filter[id][_eq]=${post.id}`))
    assert.isEmpty(await stored<unknown[]>(`/versions?filter[item][_eq]=${post.id}`))
  })

  test('refuse {field} = {value} and stay as they were')
    .with([
      { field: 'title', value: '' },
      { field: 'slug', value: 'No Slug' },
      { field: 'slug', value: 'one-door' },
      { field: 'category', value: uuidv7() },
      { field: 'image', value: uuidv7() },
      { field: 'tags', value: 'one' },
    ])
    .run(async ({ assert, client, cleanup }, { field, value }) => {
      const { headers } = await editor()
      const { id } = await begin(client, headers)
      cleanup(forget(client, 'posts', id))
      const entry = `/api/cms/entries/posts/${id}`
      const before = (await client.get(entry).headers(headers)).body()
      const response = await client
        .patch(entry)
        .headers(headers)
        .json({ [field]: value })
      response.assertStatus(422)
      assert.property(response.body().details, field)
      assert.deepEqual((await client.get(entry).headers(headers)).body(), before)
      assert.deepEqual(await actionsAbout(id), ['content.drafted'])
    })

  test('wait while the CMS is gone', async ({ assert, client, cleanup }) => {
    const { eve, headers } = await editor()
    const count = async () => (await LedgerEvent.query().where({ actor_id: eve.id })).length
    const before = await count()
    const plugIn = unplug()
    cleanup(plugIn)
    const response = await client.post('/api/cms/entries/posts').headers(headers).json(draft())
    response.assertStatus(503)
    assert.equal(await count(), before)
  })

  test('are listed with what is published, by state and by what they say', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const word = unusedSlug()
    const { id } = await begin(client, headers, { ...draft(), excerpt: word })
    const post = await item('posts', { ...draft(), excerpt: word })
    cleanup(async () => {
      await forget(client, 'posts', id)()
      await post.remove()
    })
    const list = async (query: object) => {
      const response = await client
        .get('/api/cms/entries')
        .headers(headers)
        .qs({ search: word, ...query })
      response.assertStatus(200)
      return response.body() as { data: { id: string; state: string }[]; total: number }
    }
    const states = (await list({})).data.map((entry) => [entry.id, entry.state])
    assert.sameDeepMembers(states, [
      [id, 'draft'],
      [post.id, 'published'],
    ])
    assert.deepEqual(
      (await list({ state: 'draft' })).data.map((entry) => entry.id),
      [id],
    )
    assert.equal((await list({ perPage: 1 })).total, 2)
    assert.isEmpty((await list({ kind: 'pages' })).data)
  })
})
