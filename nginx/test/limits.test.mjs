import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, startSite } from './site.mjs'

// One request an hour and the burst: how many pass does not depend on how fast the test is.
const settings = { NGINX_LIMIT_CREDENTIALS: '1r/m', NGINX_LIMIT_API: '1r/m', NGINX_LIMIT_PAGES: '1r/m' }
const bursts = { credentials: 20, api: 500, pages: 100 }

let site
before(async () => (site = await startSite(() => settings)))
after(() => site.stop())

/** Sends requests one after the other until one is refused. */
async function passed(options) {
  for (let count = 0; ; count += 1) {
    const response = await site.send({ ...options, path: options.path.replace('*', count) })
    if (response.status === 429) return { count, response }
    assert.equal(response.status, 200)
  }
}

test('attempts to sign in are few, whatever the spelling and the address a client claims', async () => {
  const { count, response } = await passed({ method: 'POST', path: '/api/auth/login' })
  assert.ok(count >= bursts.credentials && count <= bursts.credentials + 2, String(count))
  assert.equal(response.json.code, 'E_TOO_MANY_REQUESTS')
  assert.equal(response.json.requestId, response.headers['x-request-id'])
  assert.equal(response.headers['retry-after'], '1')
  for (const path of [
    '/api/auth/Login',
    '/api/auth/login/',
    '/api/auth/login?a=b',
    '/api/auth/token',
    '/api/auth/register',
    '/api/auth/forgot-password',
  ]) {
    const { status } = await site.send({
      method: 'POST',
      path,
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' },
    })
    assert.equal(status, 429, path)
  }
})

test('session checks pass when attempts to sign in are used up', async () => {
  for (const path of ['/api/auth/me', '/api/auth/csrf', '/api/auth/logout', '/api/auth/sessions']) {
    assert.equal((await site.get(path)).status, 200)
  }
})

test('pages have a limit of their own, which an error page tells', async () => {
  const { count, response } = await passed({ path: '/page-*' })
  assert.ok(count >= bursts.pages && count <= bursts.pages + 2, String(count))
  assert.match(response.text, /<h1>Too fast<\/h1>/)
  assert.equal(response.headers['retry-after'], '1')
  assert.equal((await site.get('/api/auth/me')).status, 200)
  assert.equal((await site.get('/_nuxt/entry.js')).status, 200)
})

test('a page from the cache is never refused', async () => {
  const busy = await startSite(() => settings)
  try {
    busy.web.serve('page', { 'cache-control': 'public, s-maxage=60' })
    for (let request = 0; request < bursts.pages * 2; request += 1) {
      assert.equal((await busy.get('/')).status, 200)
    }
    assert.equal(busy.web.requests.length, 1)
  } finally {
    await busy.stop()
  }
})

test('the API is limited as a whole', async () => {
  const { count, response } = await passed({ path: '/api/cms/posts' })
  assert.ok(count > 400 && count <= bursts.api + 2, String(count))
  assert.equal(response.json.code, 'E_TOO_MANY_REQUESTS')
  assert.equal((await site.get('/studio/')).status, 429)
})

test('one client cannot hold every connection to the gateway or to web', async () => {
  const narrow = await startSite(() => ({ NGINX_LIMIT_CONNECTIONS: '2' }))
  try {
    for (const [upstream, path] of [
      [narrow.gateway, '/api/events'],
      [narrow.web, '/slow'],
    ]) {
      const waiting = []
      upstream.answer = (request, response) => waiting.push(response)
      const held = [narrow.get(path), narrow.get(path)]
      await eventually(() => waiting.length === 2)
      assert.equal((await narrow.get(path)).status, 429)
      for (const response of waiting) response.end()
      for (const { status } of await Promise.all(held)) assert.equal(status, 200)
    }
  } finally {
    await narrow.stop()
  }
})
