import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { purge } from '#content/cache'
import { draft, editor, item, person, proofOf, stored, unusedSlug } from '#content/tests/world'
import env from '#start/env'
import { type Fault, faultProxy } from '#tests/fault_proxy'
import { otherGateway } from '#tests/other_gateway'

type Other = Awaited<ReturnType<typeof otherGateway>>
type Faults = Awaited<ReturnType<typeof faultProxy>>

async function ask(
  { origin }: Other,
  path: string,
  { body, ...options }: { body?: object } & Omit<RequestInit, 'body'> = {},
) {
  const headers = { 'content-type': 'application/json', ...(options.headers as Record<string, string>) }
  const answer = await fetch(`${origin}${path}`, { ...options, headers, body: body && JSON.stringify(body) })
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { code?: string; data?: { title?: string } },
  }
}

async function eventually(check: () => Promise<boolean>) {
  for (let turn = 0; turn < 80; turn += 1) {
    if (await check()) return true
    await sleep(250)
  }
  return false
}

test.group('While Directus', (group) => {
  let faults: Faults
  let other: Other
  group.tap((one) => one.timeout(60_000))
  group.setup(async () => {
    faults = await faultProxy(Number(new URL(env.get('CMS_URL')).port))
    other = await otherGateway({
      settings: { CMS_URL: `http://127.0.0.1:${faults.port}`, CMS_TIMEOUT_MS: '1500' },
    })
    return async () => {
      await other.stop()
      faults.stop()
    }
  })

  test('{trouble}, visitors read on, editors are told, nothing else changes, and it heals by itself')
    .with([
      { trouble: 'is dead', fault: 'dead' },
      { trouble: 'is frozen', fault: 'frozen' },
      { trouble: 'answers after five seconds', fault: 'slow' },
      { trouble: 'has lost its database', fault: 'failing' },
    ] satisfies { trouble: string; fault: Fault }[])
    .run(async ({ assert, cleanup }, { fault }) => {
      const { headers } = await editor()
      const { title, ...rest } = draft()
      const { id, remove } = await item('posts', { title, ...rest })
      cleanup(remove)
      const shown = `/api/cms/posts/${rest.slug}`
      const known = [
        '/api/cms/site',
        '/api/cms/pages',
        '/api/cms/posts',
        '/api/cms/sitemap',
        shown,
        `/api/cms/collections/posts/${id}`,
      ]
      for (const path of known) assert.equal((await ask(other, path)).status, 200, path)
      const write = (title: string) =>
        ask(other, `/api/cms/posts/${id}`, { method: 'PATCH', headers, body: { title } })
      assert.equal((await write('Before')).status, 200)
      for (const path of known) await ask(other, path)

      await faults.begin(fault)
      let hasEnded = false
      cleanup(async () => void (hasEnded || (await faults.end())))
      // What they are made of changes, so no copy is fresh.
      await purge(['posts', 'pages', 'globals'])
      for (const path of known) assert.equal((await ask(other, path)).status, 200, path)
      assert.equal((await ask(other, shown)).body.data?.title, 'Before')

      const unknown = await ask(other, `/api/cms/posts/${unusedSlug()}`)
      assert.deepEqual([unknown.status, unknown.body.code], [503, 'E_CMS_UNAVAILABLE'])
      assert.exists(unknown.headers.get('retry-after'))
      const refused = await write('Meanwhile')
      assert.deepEqual([refused.status, refused.body.code], [503, 'E_CMS_UNAVAILABLE'])
      // A late one may have done it, and does it again when asked again.
      if (fault !== 'slow')
        assert.equal((await stored<{ title: string }>(`/items/posts/${id}`)).title, 'Before')
      assert.equal((await ask(other, '/api/user/me', { headers })).status, 200)
      const health = await ask(other, '/api/health')
      assert.equal(health.status, 503)

      await faults.end()
      hasEnded = true
      assert.isTrue(await eventually(async () => (await write('After')).status === 200))
      assert.isTrue(await eventually(async () => (await ask(other, shown)).body.data?.title === 'After'))
      assert.equal((await ask(other, '/api/health')).status, 200)
    })
})

test.group('While Redis', (group) => {
  let faults: Faults
  let other: Other
  group.tap((one) => one.timeout(60_000))
  group.setup(async () => {
    faults = await faultProxy(env.get('REDIS_PORT'))
    other = await otherGateway({ settings: { REDIS_PORT: String(faults.port) } })
    return async () => {
      await other.stop()
      faults.stop()
    }
  })

  test('{trouble}, visitors read what is known and what is not, nobody is signed out, and it heals by itself')
    .with([
      { trouble: 'is dead', fault: 'dead' },
      { trouble: 'is frozen', fault: 'frozen' },
    ] satisfies { trouble: string; fault: Fault }[])
    .run(async ({ assert, client, cleanup }, { fault }) => {
      const user = await person('editor')
      cleanup(() => user.delete())
      const signedIn = await client
        .post('/api/auth/login')
        .withCsrfToken()
        .json({ email: user.email, password: 'gantry-demo-2026' })
      const cookie = [signedIn.header('set-cookie')]
        .flat()
        .map((value) => String(value).split(';')[0])
        .join('; ')
      const me = () => ask(other, '/api/user/me', { headers: { cookie } })
      assert.equal((await me()).status, 200)
      assert.equal((await ask(other, '/api/cms/site')).status, 200)
      const { slug, ...rest } = draft()
      const { remove } = await item('posts', { slug, ...rest })
      cleanup(remove)

      await faults.begin(fault)
      let hasEnded = false
      cleanup(async () => void (hasEnded || (await faults.end())))
      for (const path of ['/api/cms/site', `/api/cms/posts/${slug}`, '/api/cms/collections/categories'])
        assert.equal((await ask(other, path)).status, 200, path)
      assert.equal((await me()).status, 503)
      const token = await proofOf(user)
      const written = await ask(other, '/api/cms/posts', { method: 'POST', headers: token, body: draft() })
      assert.equal(written.status, 503)

      await faults.end()
      hasEnded = true
      assert.isTrue(await eventually(async () => (await me()).status === 200))
    })
})
