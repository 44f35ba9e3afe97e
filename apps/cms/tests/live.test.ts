import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Client } from '../src/client.ts'
import { readEnvironment, type Environment } from '../src/env.ts'
import { editorPolicyId, editorRoleId, stableId } from '../src/ids.ts'
import { imageId } from '../src/seed/images.ts'
import { idOf } from '../src/seed/seed.ts'
import { apply, startDirectus } from './directus.ts'
import { receiver } from './receiver.ts'

let env: Environment
let url: string
let gateway: Awaited<ReturnType<typeof receiver>>
let stop: (() => Promise<void>) | undefined
let admin: Client
let reader: Client

beforeAll(async () => {
  env = readEnvironment()
  gateway = await receiver()
  env.GATEWAY_PURGE_URL = gateway.url
  url = `http://${env.HOST}:${env.PORT}`
  stop = await startDirectus(env)
  admin = connect(url, env.ADMIN_TOKEN)
  reader = connect(url, env.READER_TOKEN)
  await apply(env, '--allow-deletes', '--reset-content')
})

afterAll(async () => {
  await stop?.()
  await gateway?.close()
})

const post = `/items/posts/${idOf('posts', 'one-door')}`

describe('apply', () => {
  test('a second time changes nothing', async () => {
    expect(await apply(env)).toBe('nothing to change\n')
  })

  test('keeps a collection that only the database has, until deletes are allowed', async () => {
    await admin.post('/collections', { collection: 'extra', schema: {}, meta: {} })
    expect(await apply(env)).toContain('kept, needs --allow-deletes: delete collection extra')
    expect(await admin.get('/collections/extra')).toMatchObject({ collection: 'extra' })

    expect(await apply(env, '--allow-deletes')).toContain('delete collection extra')
    await expect(admin.get('/collections/extra')).rejects.toMatchObject({ status: 403 })
  })

  test('takes back a role that was renamed and a permission that went missing', async () => {
    await admin.patch(`/roles/${editorRoleId}`, { name: 'Somebody' })
    const [permission] = await admin.get<{ id: number }[]>(
      '/permissions?filter[collection][_eq]=redirects&filter[action][_eq]=update&limit=1',
    )
    await admin.delete(`/permissions/${permission!.id}`)
    expect(await apply(env)).toBe('change roles Editor\nadd permission update redirects\n2 changes\n')
  })

  test('leaves what editors changed and what they deleted', async () => {
    const slug = 'lost-webhooks'
    const [found] = await reader.get<{ id: string; title: string }[]>(
      `/items/posts?filter[slug][_eq]=${slug}&fields=id,title`,
    )
    await admin.patch(post, { title: 'Rewritten' })
    await admin.delete(`/items/posts/${found!.id}`)

    expect(await apply(env)).toBe('nothing to change\n')
    expect(await reader.get(`${post}?fields=title`)).toEqual({ title: 'Rewritten' })
    await expect(reader.get(`/items/posts/${found!.id}`)).rejects.toMatchObject({ status: 403 })
  })
})

describe('languages', () => {
  const german = `/items/pages/${stableId('pages:/:de')}`

  test.each([
    { collection: 'pages', address: 'path', value: '/about' },
    { collection: 'posts', address: 'slug', value: 'one-door' },
    { collection: 'navigation', address: 'key', value: 'extra' },
  ])('$collection share their address with their translation and with nothing else', async (given) => {
    const { collection, address, value } = given
    const path = `/items/${collection}`
    const made: string[] = []
    const add = async (language?: string) => {
      const { id } = await admin.post<{ id: string }>(path, { title: 'Über uns', [address]: value, language })
      made.push(id)
    }
    if (collection === 'navigation') await add()
    await add('de')
    await expect(add('de')).rejects.toMatchObject({ status: 400 })
    await expect(add()).rejects.toMatchObject({ status: 400 })
    const found = await admin.get<{ language: string }[]>(
      `${path}?filter[${address}][_eq]=${value}&sort=language&fields=language`,
    )
    expect(found.map(({ language }) => language)).toEqual(['de', 'en'])
    for (const id of made) await admin.delete(`${path}/${id}`)
  })

  test('what was written before there were any is English, and gets no translation of the demo', async () => {
    await admin.delete(german)
    await admin.delete(`/items/seeds/${encodeURIComponent('pages:/:de')}`)
    await admin.delete('/fields/pages/language')
    await admin.patch('/fields/pages/path', { schema: { is_unique: true } })

    const said = await apply(env)
    expect(said).toContain('add field pages.language')
    expect(said).toContain('change field pages.path')
    expect(said).toContain('add index pages_path_language_unique')
    const pages = await reader.get<{ language: string }[]>('/items/pages?limit=-1&fields=language')
    expect(new Set(pages.map(({ language }) => language))).toEqual(new Set(['en']))
    await expect(reader.get(german)).rejects.toMatchObject({ status: 403 })
    expect(await apply(env)).toBe('nothing to change\n')
  })
})

describe('the reader', () => {
  test('reads a page with its blocks in order', async () => {
    const [page] = await reader.get<{ title: string; blocks: { collection: string }[] }[]>(
      '/items/pages?filter[path][_eq]=/about&fields=title,blocks.collection,blocks.item.*&deep[blocks][_sort]=sort',
    )
    expect(page?.title).toBe('About Gantry')
    expect(page?.blocks.map(({ collection }) => collection)).toEqual([
      'block_rich_text',
      'block_gallery',
      'block_features',
      'block_cta',
    ])
  })

  test.each(['/items/form_submissions', '/items/seeds', '/users', '/versions', '/items/posts?version=draft'])(
    'is refused %s',
    async (path) => {
      await expect(reader.get(path)).rejects.toMatchObject({ status: 403 })
    },
  )

  test('sees nothing of a draft, and the gateway hears nothing of it', async () => {
    const { id } = await admin.post<{ id: string }>('/items/posts', { title: 'Said', slug: randomUUID() })
    const draft = await admin.post<{ id: string }>('/versions', {
      key: 'draft',
      collection: 'posts',
      item: id,
    })
    await admin.post(`/versions/${draft.id}/save`, { title: 'Not yet' })

    expect(await reader.get(`/items/posts/${id}?fields=title`)).toEqual({ title: 'Said' })
    await expect(reader.get(`/items/posts/${id}?version=draft`)).rejects.toMatchObject({ status: 403 })

    // Nobody was told of this one before, so what came earlier has arrived with it.
    const later = await admin.post<{ id: string }>('/items/redirects', { from: `/${randomUUID()}`, to: '/' })
    await gateway.until((events) => events.some(({ keys }) => keys.includes(later.id)))
    const told = gateway.events().filter(({ keys }) => keys.includes(id))
    expect(told.map(({ event }) => event)).toEqual(['create'])
    await admin.delete(`/items/posts/${id}`)
    await admin.delete(`/items/redirects/${later.id}`)
  })

  test('writes nothing', async () => {
    const before = await reader.get(post)
    await expect(reader.patch(post, { title: 'Mine' })).rejects.toMatchObject({ status: 403 })
    expect(await reader.get(post)).toEqual(before)
  })

  test('gets pictures in the agreed sizes and in no other', async () => {
    const asset = (query: string) =>
      fetch(`${url}/assets/${imageId('yard')}?${query}`, {
        headers: { authorization: `Bearer ${env.READER_TOKEN}` },
      })
    expect((await asset('key=card')).headers.get('content-type')).toBe('image/webp')
    expect((await asset('key=social')).headers.get('content-type')).toBe('image/jpeg')
    expect((await asset('width=333')).status).toBe(400)
  })
})

describe('an editor', () => {
  let editor: Client
  const id = randomUUID()

  beforeAll(async () => {
    const credentials = { email: `${id}@editors.example.com`, password: randomUUID() }
    await admin.post('/users', {
      id,
      ...credentials,
      first_name: 'Eve',
      role: editorRoleId,
      status: 'active',
    })
    const response = await fetch(`${url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    })
    const { data } = (await response.json()) as { data: { access_token: string } }
    editor = connect(url, data.access_token)
  })

  afterAll(() => admin.delete(`/users/${id}`))

  test('creates, changes and deletes a post under an own name, and the gateway is told each time', async () => {
    const draft = { title: 'New', slug: randomUUID() }
    const created = await editor.post<{ id: string }>('/items/posts', draft)
    await editor.patch(`/items/posts/${created.id}`, { title: 'Newer' })
    await editor.delete(`/items/posts/${created.id}`)

    const log = await admin.get<{ user: string }[]>(
      `/activity?filter[item][_eq]=${created.id}&filter[collection][_eq]=posts`,
    )
    expect(log.map(({ user }) => user)).toEqual([id, id, id])
    await gateway.until((events) =>
      ['create', 'update', 'delete'].every((kind) =>
        events.some(({ event, keys }) => event === kind && keys.includes(created.id)),
      ),
    )
  })

  test('is refused people, settings and permissions', async () => {
    const users = await admin.get<unknown[]>('/users?fields=id&limit=-1')
    const accomplice = { email: 'mallory@editors.example.com', password: randomUUID(), role: editorRoleId }
    const grant = { policy: editorPolicyId, collection: 'directus_users', action: 'read', fields: ['*'] }
    await expect(editor.post('/users', accomplice)).rejects.toMatchObject({ status: 403 })
    await expect(editor.post('/permissions', grant)).rejects.toMatchObject({ status: 403 })
    await expect(editor.get('/users')).rejects.toMatchObject({ status: 403 })
    await expect(editor.patch('/settings', { project_name: 'Mine' })).rejects.toMatchObject({ status: 403 })
    expect(await admin.get('/users?fields=id&limit=-1')).toEqual(users)
    expect(await admin.get('/settings?fields=project_name')).toEqual({ project_name: 'Gantry' })
  })

  test('cannot change a submission', async () => {
    const data = { email: 'alice@acme.test' }
    const submission = await admin.post<{ id: string }>('/items/form_submissions', {
      form: idOf('forms', 'contact'),
      data,
    })
    const path = `/items/form_submissions/${submission.id}`
    await expect(editor.patch(path, { data: {} })).rejects.toMatchObject({ status: 403 })
    expect(await editor.get(`${path}?fields=data`)).toEqual({ data })
    await admin.delete(path)
  })
})

test('the gateway hears of a block that was changed with its page', async () => {
  const page = idOf('pages', '/terms')
  const block = idOf('block_rich_text', '/terms:0')
  const change = {
    id: idOf('pages_blocks', '/terms:0'),
    collection: 'block_rich_text',
    item: { id: block, title: 'New' },
  }
  await admin.patch(`/items/pages/${page}`, { blocks: { create: [], update: [change], delete: [] } })
  await gateway.until((events) =>
    [page, block].every((key) => events.some(({ event, keys }) => event === 'update' && keys.includes(key))),
  )
})
