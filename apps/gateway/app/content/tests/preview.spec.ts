import { setTimeout as sleep } from 'node:timers/promises'
import encryption from '@adonisjs/core/services/encryption'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { previewLink } from '#content/preview/link'
import { demoteWriters, draft, editor, person, proofOf, stored, unusedSlug } from '#content/tests/world'
import type User from '#accounts/models/user'
import LedgerEvent from '#ledger/models/ledger_event'

const isPrivate = (response: ApiResponse) => {
  const { 'cache-control': caching, 'x-robots-tag': robots } = response.headers()
  return caching === 'private, no-store' && robots === 'noindex, nofollow'
}

async function begin(client: ApiClient, kind: 'posts' | 'pages', body: object) {
  const { headers } = await editor()
  const response = await client.post(`/api/cms/entries/${kind}`).headers(headers).json(body)
  response.assertStatus(201)
  const { id } = response.body().data as { id: string }
  const forget = async () => {
    await client.delete(`/api/cms/entries/${kind}/${id}`).headers(headers)
  }
  return { id, forget, headers }
}

test.group('A preview', () => {
  test('shows the draft of a post as visitors would see it, and nobody keeps it', async ({
    assert,
    client,
    cleanup,
  }) => {
    const [author] = await stored<{ id: string; name: string }[]>('/items/authors?limit=1')
    const { id, forget, headers } = await begin(client, 'posts', { ...draft(), author: author!.id })
    cleanup(forget)
    const preview = await client.get(`/api/cms/previews/posts/${id}`).headers(headers)

    preview.assertStatus(200)
    preview.assertBodyContains({
      data: {
        kind: 'posts',
        id,
        isPublished: false,
        hasDraft: true,
        page: null,
        post: {
          title: draft().title,
          body: '<p>Cranes <em>lift</em>.</p>\n',
          author: { name: author!.name },
        },
      },
    })
    assert.isTrue(isPrivate(preview))
    assert.isUndefined(preview.header('etag'))
  })

  test('shows a page with its blocks, known by their places', async ({ assert, client, cleanup }) => {
    const [picture] = await stored<{ id: string }[]>('/files?limit=1&filter[type][_starts_with]=image')
    const [form] = await stored<{ id: string; name: string }[]>('/items/forms?limit=1')
    const { id, forget, headers } = await begin(client, 'pages', {
      title: 'Harbour',
      path: `/${unusedSlug()}`,
      blocks: [
        { type: 'hero', values: { title: 'Hello', image: picture!.id } },
        { type: 'gallery', values: { images: [{ file: picture!.id, caption: 'A crane' }] } },
        { type: 'posts', values: { limit: 2 } },
        { type: 'form', values: { form: form!.id } },
      ],
    })
    cleanup(forget)
    const preview = await client.get(`/api/cms/previews/pages/${id}`).headers(headers)
    const { blocks } = preview.body().data.page
    assert.containsSubset(blocks, [
      { id: '0', type: 'hero', image: { id: picture!.id } },
      { id: '1', type: 'gallery', images: [{ id: picture!.id, caption: 'A crane' }] },
      { id: '2', type: 'posts' },
      { id: '3', type: 'form', form: { name: form!.name } },
    ])
    assert.lengthOf(blocks[2].posts, 2)
  })

  test('shows changes, while the site has what was published', async ({ client, cleanup }) => {
    const post = draft()
    const { id, forget, headers } = await begin(client, 'posts', post)
    cleanup(forget)
    const entry = `/api/cms/entries/posts/${id}`
    await client.post(`${entry}/publication`).headers(headers).json({})
    await client.patch(entry).headers(headers).json({ title: 'A night' })

    const preview = await client.get(`/api/cms/previews/posts/${id}`).headers(headers)
    preview.assertBodyContains({ data: { isPublished: true, post: { title: 'A night' } } })
    const site = await client.get(`/api/cms/posts/${post.slug}`)
    site.assertBodyContains({ data: { title: post.title } })
  })

  test('is 404 for what there is not, and 422 for what cannot be', async ({ client }) => {
    const { headers } = await editor()
    ;(await client.get(`/api/cms/previews/posts/${uuidv7()}`).headers(headers)).assertStatus(404)
    ;(await client.get(`/api/cms/previews/authors/${uuidv7()}`).headers(headers)).assertStatus(422)
  })

  test('of a first draft is for its writer and editors', async ({ client, cleanup }) => {
    cleanup(demoteWriters)
    const { id, forget } = await begin(client, 'posts', draft())
    cleanup(forget)
    const writer = await proofOf(await person('writer'))
    ;(await client.get(`/api/cms/previews/posts/${id}`).headers(writer)).assertStatus(404)
  })
})

const link = (url: string) => new URL(url).searchParams.get('link')!
const open = (client: ApiClient, secret: string) =>
  client.get('/api/cms/previews/shared').qs({ link: secret })

const ended = (response: ApiResponse) => {
  response.assertStatus(404)
  response.assertBodyContains({ code: 'E_PREVIEW_ENDED' })
}

test.group('A link to a preview', (group) => {
  let eve: User
  group.setup(async () => {
    ;({ eve } = await editor())
  })

  test('shows the draft to whoever has it, and is written down', async ({ assert, client, cleanup }) => {
    const { id, forget, headers } = await begin(client, 'posts', draft())
    cleanup(forget)
    const made = await client
      .post(`/api/cms/entries/posts/${id}/preview-links`)
      .headers(headers)
      .json({ hours: 24 })
    made.assertStatus(201)
    const { url, expiresAt } = made.body().data
    assert.approximately(Date.parse(expiresAt), Date.now() + 24 * 3_600_000, 60_000)

    const shown = await open(client, link(url))
    shown.assertStatus(200)
    shown.assertBodyContains({ data: { id, post: { title: draft().title } } })
    assert.isTrue(isPrivate(shown))
    assert.isUndefined(shown.header('set-cookie'))
    const event = await LedgerEvent.query()
      .where({ subject_id: id, action: 'content.preview_shared' })
      .first()
    assert.equal(event?.actorId, eve.id)
    assert.notInclude(JSON.stringify(event!.metadata), link(url))
  })

  test('ends when its time is over', async ({ client, cleanup }) => {
    const { id, forget } = await begin(client, 'posts', draft())
    cleanup(forget)
    const { secret } = previewLink({ kind: 'posts', id, by: eve.id }, 2 / 3_600)
    ;(await open(client, secret)).assertStatus(200)
    await sleep(2_100)
    const response = await open(client, secret)
    ended(response)
  })

  test('is worth nothing once a letter of it is another: place {place}')
    .with([{ place: 8 }, { place: 30 }, { place: -12 }])
    .run(async ({ client, cleanup }, { place }) => {
      const { id, forget } = await begin(client, 'posts', draft())
      cleanup(forget)
      const { secret } = previewLink({ kind: 'posts', id, by: eve.id }, 1)
      const letters = [...secret]
      const at = (place + letters.length) % letters.length
      letters[at] = letters[at] === 'A' ? 'B' : 'A'
      ended(await open(client, letters.join('')))
    })

  test('cannot be made of another secret of the application, nor of its parts', async ({
    client,
    cleanup,
  }) => {
    const { id, forget } = await begin(client, 'posts', draft())
    cleanup(forget)
    const content = { kind: 'posts', id, by: eve.id }
    ended(await open(client, encryption.encrypt(content, '1h', 'something-else')))
    ended(await open(client, Buffer.from(JSON.stringify(content)).toString('base64url')))
    ;(await client.get('/api/cms/previews/shared')).assertStatus(422)
  })

  test('shows its own entry and no other, whatever else is asked', async ({ client, cleanup }) => {
    const one = await begin(client, 'posts', draft())
    const other = await begin(client, 'posts', { ...draft(), title: 'Another' })
    cleanup(one.forget)
    cleanup(other.forget)
    const { secret } = previewLink({ kind: 'posts', id: one.id, by: eve.id }, 1)
    const asked = await client
      .get('/api/cms/previews/shared')
      .qs({ link: secret, id: other.id, kind: 'pages', version: 'main' })
    asked.assertBodyContains({ data: { id: one.id, kind: 'posts' } })
    ;(await client.get(`/api/cms/previews/posts/${other.id}`).qs({ link: secret })).assertStatus(401)
  })

  test('ends with the rights of whoever shared it', async ({ client, cleanup }) => {
    const { id, forget } = await begin(client, 'posts', draft())
    cleanup(forget)
    const former = await person('editor')
    const { secret } = previewLink({ kind: 'posts', id, by: former.id }, 1)
    ;(await open(client, secret)).assertStatus(200)
    await former.merge({ role: 'user' }).save()
    ended(await open(client, secret))
  })

  test('lasts as long as one of the choices', async ({ client, cleanup }) => {
    const { id, forget, headers } = await begin(client, 'posts', draft())
    cleanup(forget)
    const response = await client
      .post(`/api/cms/entries/posts/${id}/preview-links`)
      .headers(headers)
      .json({ hours: 100_000 })
    response.assertStatus(422)
    const none = await client
      .post(`/api/cms/entries/posts/${uuidv7()}/preview-links`)
      .headers(headers)
      .json({ hours: 1 })
    none.assertStatus(404)
  })
})
