import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { eventually, nextSecond, startSite } from './site.mjs'

let site
before(async () => (site = await startSite()))
beforeEach(() => site.reset())
after(() => site.stop())

const html = { 'content-type': 'text/html' }
const forThisSecond = { ...html, 'cache-control': 'public, max-age=0, s-maxage=1, stale-if-error=86400' }
const forAMinute = { ...html, 'cache-control': 'public, s-maxage=60' }
const gzip = { 'accept-encoding': 'gzip, deflate, br' }

let count = 0
/** A path that no other test has used. */
const fresh = (name) => `/${name}-${(count += 1)}`

test('a public page is rendered once for everybody', async () => {
  const path = fresh('public')
  site.web.serve('page', forAMinute)
  const first = await site.get(path, { cookie: 'gantry_session=alice' })
  const second = await site.get(path)
  assert.deepEqual([first.headers['x-cache'], second.headers['x-cache']], ['MISS', 'HIT'])
  assert.deepEqual([first.text, second.text], ['page', 'page'])
  assert.notEqual(first.headers['x-request-id'], second.headers['x-request-id'])
  assert.equal(site.web.requests.length, 1)
})

test('a HEAD is answered from the page, and a page is not made from a HEAD', async () => {
  const path = fresh('head')
  site.web.serve('page', forAMinute)
  assert.equal((await site.send({ method: 'HEAD', path })).text, '')
  // Its answer has ended before nginx has the page, which it stores all the same.
  await new Promise((resolve) => setTimeout(resolve, 250))
  const page = await site.get(path)
  assert.deepEqual([page.headers['x-cache'], page.text], ['HIT', 'page'])
})

test('the cache holds compressed bytes for those who read them and plain ones for the rest', async () => {
  const path = fresh('compressed')
  const page = '<p>word</p>'.repeat(1000)
  site.web.serve(page, forAMinute)
  for (const expected of ['MISS', 'HIT']) {
    const compressed = await site.get(path, gzip)
    assert.equal(compressed.headers['content-encoding'], 'gzip')
    assert.equal(compressed.headers['x-cache'], expected)
    assert.match(compressed.headers.vary, /accept-encoding/i)
    assert.equal(compressed.text, page)
    const plain = await site.get(path)
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(plain.headers['x-cache'], expected)
    assert.equal(plain.text, page)
    const proxied = await site.get(`${path}?${expected}`, { ...gzip, via: '1.1 cdn' })
    assert.equal(proxied.headers['content-encoding'], 'gzip')
    const refusing = await site.get(path, { 'accept-encoding': 'gzip;q=0, br;q=0' })
    assert.equal(refusing.headers['content-encoding'], undefined)
  }
  const stored = site.storedPages().filter((bytes) => bytes.includes(`${path} \n`))
  assert.deepEqual(stored.map((bytes) => bytes.includes(page)).sort(), [false, true])
})

test('`s-maxage=1` lasts until the end of the second, then an edit shows at once', async () => {
  const path = fresh('edited')
  site.web.serve('before', forThisSecond)
  await eventually(async () => (await site.get(path)).headers['x-cache'] === 'HIT')
  site.web.serve('after', forThisSecond)
  await nextSecond()
  const { text, headers } = await site.get(path)
  assert.deepEqual([text, headers['x-cache']], ['after', 'EXPIRED'])
})

test('while one request fetches the new page, others get the page before', async () => {
  const path = fresh('updating')
  site.web.serve('before', forThisSecond)
  await site.get(path)
  await nextSecond()
  let held
  site.web.answer = (request, response) => (held = response)
  const first = site.get(path)
  await eventually(() => held)
  const { text, headers } = await site.get(path)
  assert.deepEqual([text, headers['x-cache']], ['before', 'UPDATING'])
  held.writeHead(200, forThisSecond).end('after')
  assert.equal((await first).text, 'after')
})

test('a page outlives the site: dead, broken off, failing or overrun', async () => {
  const path = fresh('stale')
  site.web.serve('page', forThisSecond)
  await site.get(path, gzip)
  await nextSecond()
  const failures = [
    () => (site.web.answer = (request) => request.socket.destroy()),
    () => site.web.serve('broken', html, 500),
    () => site.web.serve('broken', html, 503),
    () => site.web.serve('not now', html, 429),
  ]
  for (const fail of failures) {
    fail()
    const { status, text, headers } = await site.get(path, gzip)
    assert.deepEqual([status, text, headers['x-cache']], [200, 'page', 'STALE'])
  }
  await site.web.stop()
  try {
    const { status, text, headers } = await site.get(path, gzip)
    assert.deepEqual([status, text, headers['x-cache']], [200, 'page', 'STALE'])
    assert.equal((await site.get(fresh('never-seen'))).status, 502)
  } finally {
    await site.web.start(site.web.port)
  }
})

const neverStored = {
  'that says nothing': {},
  'that is private': { 'cache-control': 'private, no-store' },
  'that is public for browsers alone': { 'cache-control': 'public, max-age=600' },
  'that is not said to be public': { 'cache-control': 's-maxage=600' },
  'that is both public and not to be stored': { 'cache-control': 'public, no-store, s-maxage=600' },
  'that sets a cookie': { ...forAMinute, 'set-cookie': 'a=b' },
  'that depends on the cookie': { ...forAMinute, vary: 'Cookie' },
  'that asks nginx to keep it': { 'x-accel-expires': '600' },
}

for (const [name, headers] of Object.entries(neverStored)) {
  test(`a page ${name} is not stored`, async () => {
    const path = fresh('private')
    site.web.serve('for Alice', { ...html, ...headers })
    assert.equal((await site.get(path, { cookie: 'gantry_session=alice' })).text, 'for Alice')
    site.web.serve('for nobody', { ...html, ...headers })
    const { text } = await site.get(path)
    assert.equal(text, 'for nobody')
  })
}

for (const path of [
  '/dashboard/x.css',
  '/dashboard/entry.js',
  '/_nuxt/x/dashboard.css',
  '/api/auth/me/a.js',
  '/preview/posts/0197',
  '/preview/posts/0197/x.css',
  '/preview/shared?link=secret',
  '/api/cms/previews/posts/0197',
  '/api/cms/previews/shared?link=secret',
]) {
  test(`${path} does not make a private answer public`, async () => {
    for (const upstream of [site.gateway, site.web]) {
      upstream.serve('for Alice', { 'cache-control': 'private, no-store', 'content-type': 'text/css' })
    }
    assert.equal((await site.get(path, { cookie: 'gantry_session=alice' })).text, 'for Alice')
    for (const upstream of [site.gateway, site.web]) upstream.serve('for nobody')
    assert.equal((await site.get(path)).text, 'for nobody')
  })
}

test('the API is never cached, not even when it says it is public', async () => {
  site.gateway.serve('first', forAMinute)
  await site.get('/api/cms/posts')
  site.gateway.serve('second', forAMinute)
  const { text, headers } = await site.get('/api/cms/posts')
  assert.equal(text, 'second')
  assert.equal(headers['x-cache'], undefined)
})

test('headers that a client sends do not reach a stored page', async () => {
  const names = [
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-scheme',
    'x-forwarded-prefix',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'x-nuxt-no-ssr',
    'x-nuxt-error',
    'x-request-id',
    'forwarded',
    'range',
    'if-none-match',
    'if-modified-since',
  ]
  site.web.answer = (request, response) =>
    response.writeHead(200, forAMinute).end(JSON.stringify(request.headers))
  for (const name of names) {
    const path = fresh('poisoned')
    await site.get(path, { [name]: 'evil' })
    const { text, status, headers } = await site.get(path)
    assert.equal(headers['x-cache'], 'HIT')
    assert.equal(status, 200)
    assert.doesNotMatch(text, /evil/, name)
  }
})

test('another host name has pages of its own', async () => {
  const path = fresh('host')
  site.web.answer = (request, response) => response.writeHead(200, forAMinute).end(request.headers.host)
  await site.get(path, { host: 'evil.test' })
  assert.equal((await site.get(path)).text, site.origin)
})

test('a request with its own credential neither reads nor fills the cache', async () => {
  const path = fresh('bearer')
  site.web.serve('for the bearer', forAMinute)
  await site.get(path, { authorization: 'Bearer x' })
  site.web.serve('for everybody', forAMinute)
  assert.equal((await site.get(path)).text, 'for everybody')
  site.web.serve('for the bearer', forAMinute)
  assert.equal((await site.get(path, { authorization: 'Bearer x' })).text, 'for the bearer')
})

test('campaign marks neither split nor reach a page; any other query does', async () => {
  const path = fresh('campaign')
  site.web.answer = (request, response) => response.writeHead(200, forAMinute).end(request.url)
  await site.get(`${path}?utm_source=evil&utm_medium=x&gclid=1`)
  const { text, headers } = await site.get(path)
  assert.deepEqual([text, headers['x-cache']], [path, 'HIT'])
  for (const query of ['?page=2', '?page=2&utm_source=x', '?utm_source=x&page=2', '?utm_sourcex']) {
    assert.equal((await site.get(path + query)).text, path + query)
  }
})

test('a POST to a public page reaches the site and does not change what is stored', async () => {
  const path = fresh('posted')
  site.web.serve('page', forAMinute)
  await site.get(path)
  site.web.serve('posted', forAMinute)
  assert.equal((await site.send({ method: 'POST', path, body: 'a=b' })).text, 'posted')
  assert.equal((await site.get(path)).text, 'page')
})

const immutable = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-type': 'text/javascript',
}

test('a hashed asset is kept by nginx and by browsers, each encoding apart', async () => {
  const path = `/_nuxt${fresh('entry')}.js`
  site.web.answer = (request, response) => {
    const encoding = request.headers['accept-encoding'] ?? 'plain'
    response.writeHead(200, { ...immutable, vary: 'Accept-Encoding' }).end(encoding)
  }
  for (const [sent, forwarded] of [
    ['gzip, deflate, br', 'gzip, br'],
    ['br, gzip', 'gzip, br'],
    ['gzip', 'gzip'],
    [undefined, 'plain'],
  ]) {
    const { text, headers } = await site.get(path, sent && { 'accept-encoding': sent })
    assert.equal(text, forwarded)
    assert.equal(headers['cache-control'], immutable['cache-control'])
  }
  assert.equal(site.web.requests.length, 3)
})

test('an asset that is not there is not kept', async () => {
  const path = `/_nuxt${fresh('new')}.js`
  site.web.serve('not there', html, 404)
  const missing = await site.get(path)
  assert.deepEqual([missing.status, missing.headers['cache-control']], [404, 'no-store'])
  site.web.serve('there', immutable)
  assert.equal((await site.get(path)).text, 'there')
})

test('a public image is kept by the headers of the gateway and outlives it', async () => {
  const path = `/api/cms/assets${fresh('image')}`
  site.gateway.serve('image', { 'content-type': 'image/webp', 'cache-control': 'public, max-age=1' })
  assert.equal((await site.get(`${path}?preset=card`)).headers['x-cache'], 'MISS')
  site.gateway.serve('other', { 'content-type': 'image/webp', 'cache-control': 'public, max-age=1' })
  assert.equal((await site.get(`${path}?preset=hero`)).text, 'other')
  site.gateway.serve('broken', {}, 503)
  await eventually(async () => (await site.get(`${path}?preset=card`)).headers['x-cache'] !== 'HIT')
  assert.equal((await site.get(`${path}?preset=card`)).text, 'image')
})

test('a private image is not stored', async () => {
  const path = `/api/cms/assets${fresh('private')}`
  site.gateway.serve('for Eve', { 'cache-control': 'private, max-age=60' })
  await site.get(path, { cookie: 'gantry_session=eve' })
  site.gateway.serve('refused', {}, 404)
  assert.equal((await site.get(path)).status, 404)
})

test('a dead replica is passed over', async () => {
  const pair = await startSite(({ gateway, web }) => ({
    NGINX_GATEWAY: `127.0.0.1:1; server 127.0.0.1:${gateway.port}`,
    NGINX_WEB: `127.0.0.1:1; server 127.0.0.1:${web.port}`,
  }))
  try {
    for (let request = 0; request < 10; request += 1) {
      assert.equal((await pair.get('/api/auth/me')).status, 200)
      assert.equal((await pair.get('/')).status, 200)
    }
  } finally {
    await pair.stop()
  }
})

test('an answer of the API is kept by nobody, unless it says so itself', async () => {
  site.gateway.serve('{"name":"Alice"}', { 'content-type': 'application/json' })
  const silent = await site.get('/api/auth/me')
  site.gateway.serve('{"keys":[]}', { 'cache-control': 'public, max-age=300' })
  const spoken = await site.get('/api/auth/jwks.json')

  assert.equal(silent.headers['cache-control'], 'no-store')
  assert.equal(spoken.headers['cache-control'], 'public, max-age=300')
})
