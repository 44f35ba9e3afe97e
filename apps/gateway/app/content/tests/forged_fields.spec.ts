import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { forget, type Headers } from '#content/tests/entry_world'
import { draft, editor, stored } from '#content/tests/world'

/** What the gateway and Directus say themselves, never whoever writes. */
const forged = () => ({
  id: uuidv7(),
  role: 'platform_admin',
  organizationId: uuidv7(),
  organization_id: uuidv7(),
  userId: uuidv7(),
  user_id: uuidv7(),
  user_created: uuidv7(),
  user_updated: uuidv7(),
  createdAt: '2001-01-01T00:00:00.000Z',
  created_at: '2001-01-01T00:00:00.000Z',
  date_created: '2001-01-01T00:00:00.000Z',
  isAdmin: true,
  is_admin: true,
  disabledAt: null,
  disabled_at: null,
  status: 'published',
  isPublished: true,
})

const page = () => ({ title: 'Yard', path: `/yard-${uuidv7()}` })
const kinds = { posts: draft, pages: page }

/** All that is kept of an entry besides what every change of its title changes. */
async function rowOf(kind: string, id: string) {
  const row = await stored<{ id: string; date_created: string }>(`/items/${kind}/${id}`)
  return { ...row, title: null, date_updated: null }
}

const writerOf = async (id: string) => {
  const [activity] = await stored<{ user: string }[]>(
    `/activity?filter[item][_eq]=${id}&filter[action][_eq]=create&fields=user`,
  )
  return activity?.user
}

async function write(client: ApiClient, kind: keyof typeof kinds, body: object) {
  const { eve, headers } = await editor()
  const answer = await client.post(`/api/cms/entries/${kind}`).headers(headers).json(body)
  answer.assertStatus(201)
  return { eve, headers, id: answer.body().data.id as string }
}

const publish = async (client: ApiClient, kind: string, id: string, headers: Headers) => {
  const answer = await client
    .post(`/api/cms/entries/${kind}/${id}/publication`)
    .headers(headers)
    .json(forged())
  answer.assertStatus(200)
}

test.group('Who says more of an entry than they are asked', () => {
  for (const kind of ['posts', 'pages'] as const) {
    test(`begins a draft of ${kind} that is theirs, and no other`, async ({ assert, client, cleanup }) => {
      const claims = forged()
      const { eve, headers, id } = await write(client, kind, { ...claims, ...kinds[kind]() })
      cleanup(forget(client, kind, id))
      const shown = await client.get(`/api/cms/entries/${kind}/${id}`).headers(headers)
      await publish(client, kind, id, headers)

      assert.isFalse(shown.body().data.isPublished)
      assert.notEqual(id, claims.id)
      assert.notInclude((await rowOf(kind, id)).date_created, '2001')
      assert.equal(await writerOf(id), eve.id)
    })

    test(`changes nothing of ${kind} but the words`, async ({ assert, client, cleanup }) => {
      const { eve, headers, id } = await write(client, kind, kinds[kind]())
      cleanup(forget(client, kind, id))
      await publish(client, kind, id, headers)
      const before = await rowOf(kind, id)
      const answer = await client
        .patch(`/api/cms/entries/${kind}/${id}`)
        .headers(headers)
        .json({ ...forged(), title: 'By Eve' })
      await publish(client, kind, id, headers)

      answer.assertStatus(200)
      assert.equal(answer.body().data.title, 'By Eve')
      assert.deepEqual(await rowOf(kind, id), before)
      await eve.refresh()
      assert.equal(eve.role, 'editor')
    })
  }
})
