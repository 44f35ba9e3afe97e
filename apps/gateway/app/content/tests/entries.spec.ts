import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { customEndpoint } from '@directus/sdk'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { admin } from '#content/cms/client'
import { Ask } from '#content/editorial/ask'
import { publishDue, showReached } from '#content/editorial/due'
import { Entries } from '#content/editorial/entries'
import { OutdatedDraftException, StaleDraftException } from '#content/exceptions/entry_exceptions'
import ContentSchedule from '#content/models/content_schedule'
import {
  demoteWriters,
  draft,
  editor,
  item,
  person,
  proofOf,
  stored,
  unplug,
  unusedSlug,
} from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

type Headers = Awaited<ReturnType<typeof proofOf>>

const actionsAbout = async (id: string) => {
  const events = await LedgerEvent.query().where({ subject_id: id }).orderBy('id')
  return events.map(({ action }) => action)
}

/** Takes an entry away again, published or not. */
const forget = (client: ApiClient, kind: 'posts' | 'pages', id: string) => async () => {
  const { headers } = await editor()
  await client.delete(`/api/cms/entries/${kind}/${id}`).headers(headers)
}

async function begin(client: ApiClient, headers: Headers, post: object = draft()) {
  const response = await client.post('/api/cms/entries/posts').headers(headers).json(post)
  response.assertStatus(201)
  return response.body().data as { id: string; slug: string; updatedAt: string }
}

/** Changes what is published past every draft, as the Studio does. */
const changeInStudio = (id: string, change: object) =>
  admin.request(customEndpoint({ path: `/items/posts/${id}`, method: 'PATCH', body: JSON.stringify(change) }))

const writer = async () => proofOf(await person('writer'))

test.group('Drafts of posts', () => {
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

test.group('Publishing at a time', (group) => {
  group.teardown(demoteWriters)

  const later = () => DateTime.utc().plus({ hours: 1 }).set({ millisecond: 0 })

  async function scheduled(client: ApiClient, headers: Headers) {
    const at = later()
    const { id, slug } = await begin(client, headers)
    const set = await client
      .post(`/api/cms/entries/posts/${id}/publication`)
      .headers(headers)
      .json({ publishAt: at.toISO() })
    set.assertStatus(200)
    return { id, at, address: `/api/cms/posts/${slug}` }
  }

  test('shows nothing before, and everything from then on, without anybody', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { eve, headers } = await editor()
    const { id, at, address } = await scheduled(client, headers)
    cleanup(forget(client, 'posts', id))

    await publishDue(at.minus({ seconds: 1 }))
    ;(await client.get(address)).assertStatus(404)
    const list = await client.get('/api/cms/entries').headers(headers).qs({ state: 'scheduled' })
    list.assertBodyContains({ data: [{ id, state: 'scheduled' }] })

    // However late it is looked at.
    await publishDue(at.plus({ hours: 5 }))
    const post = await client.get(`/api/cms/entries/posts/${id}`).headers(headers)
    post.assertBodyContains({ data: { isPublished: true, hasDraft: false, schedule: null } })
    assert.equal(DateTime.fromISO(post.body().data.publishedAt).toMillis(), at.toMillis())
    const event = await LedgerEvent.query()
      .where({ subject_id: id, action: 'content.published' })
      .firstOrFail()
    assert.equal(event.actorId, eve.id)
  })

  test('waits for the CMS', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const { id, at } = await scheduled(client, headers)
    cleanup(forget(client, 'posts', id))
    const plugIn = unplug()
    cleanup(plugIn)
    await publishDue(at)
    plugIn()
    await publishDue(at)
    const post = await client.get(`/api/cms/entries/posts/${id}`).headers(headers)
    post.assertBodyContains({ data: { isPublished: true } })
  })

  test('waits where {trouble}')
    .with([
      {
        trouble: 'the CMS is asked too much',
        answer: () =>
          Promise.resolve(
            Response.json(
              { errors: [{ message: 'Too many requests', extensions: { code: 'REQUESTS_EXCEEDED' } }] },
              { status: 429 },
            ),
          ),
      },
      {
        trouble: 'the database is slow',
        answer: () => Promise.reject(Object.assign(new Error('select * from "users"'), { code: '57014' })),
      },
    ])
    .run(async ({ assert, client, cleanup }, { answer }) => {
      const { headers } = await editor()
      const { id, at } = await scheduled(client, headers)
      cleanup(forget(client, 'posts', id))
      const plugIn = unplug(answer)
      cleanup(plugIn)
      await publishDue(at)
      plugIn()
      assert.isNull((await ContentSchedule.findByOrFail({ entryId: id })).failure)
    })

  test('says of a mistake of ours no more than that there was one', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const { id, at } = await scheduled(client, headers)
    cleanup(forget(client, 'posts', id))
    const plugIn = unplug(() => Promise.reject(new Error('select * from "users"')))
    cleanup(plugIn)
    await publishDue(at)
    plugIn()
    const { failure } = await ContentSchedule.findByOrFail({ entryId: id })
    assert.equal(failure, 'Something went wrong on our side. Publish it by hand, or set another time.')
  })

  test('does not take back what was published in the meantime', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const post = await item('posts', draft())
    cleanup(forget(client, 'posts', post.id))
    const entry = `/api/cms/entries/posts/${post.id}`
    await client.patch(entry).headers(headers).json({ excerpt: 'From the draft' })
    const at = later()
    await client.post(`${entry}/publication`).headers(headers).json({ publishAt: at.toISO() })
    await changeInStudio(post.id, { title: 'From the Studio' })
    await publishDue(at)
    const { failure } = await ContentSchedule.findByOrFail({ entryId: post.id })
    assert.equal(failure, OutdatedDraftException.message)
    const now = await stored<{ title: string }>(`/items/posts/${post.id}?fields=title`)
    assert.equal(now.title, 'From the Studio')
  })

  test('lets be what was put off or called off just before', async ({ client, cleanup }) => {
    const { eve, headers } = await editor()
    const { id, at, address } = await scheduled(client, headers)
    cleanup(forget(client, 'posts', id))
    const entries = new Entries('posts', eve)
    await entries.publishDue(id, at.minus({ minutes: 5 }))
    ;(await client.get(address)).assertStatus(404)
    await entries.unschedule(id)
    await entries.publishDue(id, at)
    ;(await client.get(address)).assertStatus(404)
    ;(await client.get(`/api/cms/entries/posts/${id}`).headers(headers)).assertBodyContains({
      data: { hasDraft: true, isPublished: false },
    })
  })

  test('is called off, by hand and by a writer’s change', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const theirs = await writer()
    const { id } = await begin(client, theirs)
    cleanup(forget(client, 'posts', id))
    const entry = `/api/cms/entries/posts/${id}`
    const set = () =>
      client.post(`${entry}/publication`).headers(headers).json({ publishAt: later().toISO() })
    await set()
    ;(await client.delete(`/api/cms/entries/posts/${id}/schedule`).headers(headers)).assertBodyContains({
      data: { schedule: null },
    })
    await set()
    ;(await client.patch(entry).headers(theirs).json({ title: 'Something else' })).assertStatus(200)
    assert.isNull(await ContentSchedule.findBy({ entryId: id }))
  })

  test('refuses a time that has passed', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const { id } = await begin(client, headers)
    cleanup(forget(client, 'posts', id))
    const response = await client
      .post(`/api/cms/entries/posts/${id}/publication`)
      .headers(headers)
      .json({ publishAt: DateTime.utc().minus({ minutes: 1 }).toISO() })
    response.assertStatus(422)
    response.assertBodyContains({
      details: { publishAt: 'This time has passed. Choose a later one, or publish now.' },
    })
  })

  test('says why it could not be, where whoever set it may not publish any more', async ({
    assert,
    client,
    cleanup,
  }) => {
    const former = await person('editor')
    const { id, at, address } = await scheduled(client, await proofOf(former))
    cleanup(forget(client, 'posts', id))
    await former.merge({ role: 'user' }).save()
    await publishDue(at)
    ;(await client.get(address)).assertStatus(404)
    const schedule = await ContentSchedule.findByOrFail({ entryId: id })
    assert.equal(schedule.failure, 'Whoever set the time may not publish any more.')
    assert.include(await actionsAbout(id), 'content.schedule_failed')
  })

  test('counts for a date that the Studio set as well', async ({ client, cleanup }) => {
    const slug = unusedSlug()
    const soon = DateTime.utc().plus({ seconds: 30 })
    const post = await item('posts', { ...draft(), slug, published_at: soon.toISO() })
    cleanup(() => post.remove())
    ;(await client.get(`/api/cms/posts/${slug}`)).assertStatus(404)

    const past = DateTime.utc().minus({ minutes: 1 }).toISO()
    await changeInStudio(post.id, { published_at: past })
    await showReached()
    ;(await client.get(`/api/cms/posts/${slug}`)).assertStatus(200)
  })
})

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
