import type { ApiClient } from '@japa/api-client'
import { createItem, customEndpoint, deleteItem } from '@directus/sdk'
import { uuidv7 } from 'uuidv7'
import { tokenForCredentials } from '#accounts/access_token'
import User from '#accounts/models/user'
import { purge } from '#content/cache'
import { admin, cms, studio, uploads } from '#content/cms/client'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

export async function person(role: User['role']) {
  return User.create({
    email: `${uuidv7()}@gantry.test`,
    fullName: 'Eve',
    password: 'gantry-demo-2026',
    role,
  })
}

/** The headers that prove who someone is. */
export async function proofOf(user: User) {
  const { token } = await tokenForCredentials(user)
  return { authorization: `Bearer ${token}` }
}

let known: Promise<{ eve: User; headers: Awaited<ReturnType<typeof proofOf>> }> | undefined

/** One editor for all tests: the first request of each costs a sign-in at the CMS. */
export const editor = () =>
  (known ??= person('editor').then(async (eve) => ({ eve, headers: await proofOf(eve) })))

export const unusedSlug = () => `test-${uuidv7()}`

export const draft = () => ({ title: 'A day at the quay', slug: unusedSlug(), body: 'Cranes *lift*.' })

/** What the CMS itself holds, for what no route of ours shows. */
export const stored = <T>(path: string) => admin.request(customEndpoint<T>({ path, method: 'GET' }))

/** An item for one test, written past the gateway; `remove` takes it away again. */
export async function item<Collection extends 'posts' | 'pages' | 'redirects' | 'forms'>(
  collection: Collection,
  data: Record<string, unknown>,
) {
  const id = uuidv7()
  await admin.request(createItem(collection, { id, ...data } as never))
  await purge([collection])
  return {
    id,
    async remove() {
      await admin.request(deleteItem(collection, id))
      await purge([collection, `${collection}:${id}`])
    },
  }
}

const gone = () => Promise.reject(new ServiceUnavailableException('cms'))

/** The CMS is gone, or in other trouble, until the returned function is called. */
export function unplug(trouble: () => Promise<unknown> = gone) {
  const { fetch, stream } = cms
  Object.assign(cms, { fetch: trouble, stream: trouble })
  return () => void Object.assign(cms, { fetch, stream })
}

/** Everything that goes to the CMS until the returned `stop` is called: reads, writes, files and the Studio. */
export function overhear() {
  const asked: { url: URL; method: string; headers: Headers }[] = []
  const note = (
    input: string | URL,
    { method = 'GET', headers = {} }: { method?: string; headers?: object } = {},
  ) =>
    void asked.push({ url: new URL(input), method, headers: new Headers(headers as Record<string, string>) })
  const stops = [cms, studio, uploads].map((upstream) => {
    const { fetch, stream, forward } = upstream
    Object.assign(upstream, {
      fetch: (...call: Parameters<typeof fetch>) => (note(call[0], call[1] as object), fetch(...call)),
      stream: (...call: Parameters<typeof stream>) => (note(call[0], { headers: call[1] }), stream(...call)),
      forward: (...call: Parameters<typeof forward>) => (note(call[0], call[1]), forward(...call)),
    })
    return () => void Object.assign(upstream, { fetch, stream, forward })
  })
  return { asked, stop: () => stops.forEach((stop) => stop()) }
}

/** Each caller has an address of their own, so that no test meets the limits of another. */
let addresses = 0
export const asVisitor = (client: ApiClient, path: string, json: object) => {
  addresses += 1
  return client.post(path).header('x-forwarded-for', `198.51.100.${addresses}`).json(json)
}

/** The oldest tables know no such role, so nobody may have it when they are taken down. */
export const demoteWriters = async () =>
  void (await User.query().where({ role: 'writer' }).update({ role: 'user' }))
