import type { ApiClient } from '@japa/api-client'
import { customEndpoint } from '@directus/sdk'
import { admin } from '#content/cms/client'
import { draft, editor, person, proofOf } from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

export type Headers = Awaited<ReturnType<typeof proofOf>>

export const actionsAbout = async (id: string) => {
  const events = await LedgerEvent.query().where({ subject_id: id }).orderBy('id')
  return events.map(({ action }) => action)
}

/** Takes an entry away again, published or not. */
export const forget = (client: ApiClient, kind: 'posts' | 'pages', id: string) => async () => {
  const { headers } = await editor()
  await client.delete(`/api/cms/entries/${kind}/${id}`).headers(headers)
}

export async function begin(client: ApiClient, headers: Headers, post: object = draft()) {
  const response = await client.post('/api/cms/entries/posts').headers(headers).json(post)
  response.assertStatus(201)
  return response.body().data as { id: string; slug: string; updatedAt: string }
}

/** Changes what is published past every draft, as the Studio does. */
export const changeInStudio = (id: string, change: object) =>
  admin.request(customEndpoint({ path: `/items/posts/${id}`, method: 'PATCH', body: JSON.stringify(change) }))

export const writer = async () => proofOf(await person('writer'))
