import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { publishDue, showReached } from '#content/editorial/due'
import { Entries } from '#content/editorial/entries'
import { OutdatedDraftException } from '#content/exceptions/entry_exceptions'
import ContentSchedule from '#content/models/content_schedule'
import { actionsAbout, forget, begin, changeInStudio, writer, type Headers } from '#content/tests/entry_world'
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
    assert.equal(failure, new OutdatedDraftException().message)
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
