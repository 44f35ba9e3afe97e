import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { eventually, startSite } from './site.mjs'

let site
before(async () => (site = await startSite()))
beforeEach(() => site.reset())
after(() => site.stop())

const rooms = {
  gateway: [
    '/api/auth/me',
    '/api/docs',
    '/api/cms/files',
    '/api/cms/events',
    '/api/cms/assets/0197',
    '/api/user/avatar',
    '/api/organizations/0197/logo',
    '/api/avatars/0197-64.webp',
    '/studio',
    '/studio/items/posts?limit=1',
    '/websocket',
  ],
  web: [
    '/',
    '/blog/one-door',
    '/dashboard',
    '/_nuxt/entry.js',
    '/_site/health',
    '/apiary',
    '/studios',
    '/.well-known/security.txt',
  ],
}

for (const [room, paths] of Object.entries(rooms)) {
  for (const path of paths) {
    test(`${path} is answered by the ${room}`, async () => {
      const { status, json } = await site.get(path)
      assert.equal(status, 200)
      assert.equal(json.server, room)
      assert.equal(json.url, path)
    })
  }
}

for (const path of [
  ...['/api', '/API/auth/me', '/Api/', '/STUDIO/', '/websocket/', '/WebSocket'],
  ...['/internal', '/internal/metrics', '/INTERNAL/cms/purges', '/.env', '/.git/config', '/blog/.htaccess'],
  ...['/.nginx/health', '/__nuxt_content/docs/query', '/__nuxt_error', '/__nuxt_island/Card.json'],
]) {
  test(`${path} is nobody's`, async () => {
    const { status } = await site.get(path)
    assert.equal(status, 404)
    assert.deepEqual([...site.gateway.requests, ...site.web.requests], [])
  })
}

const spoofed = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-proto': 'gopher',
  'x-forwarded-port': '666',
  'x-real-ip': '203.0.113.9',
  'x-request-id': 'spoofed',
  forwarded: 'for=203.0.113.9;host=evil.test',
  'x-forwarded-prefix': '/evil',
  'x-forwarded-scheme': 'gopher',
  'x-forwarded-server': 'evil.test',
  'x-forwarded-ssl': 'on',
  'x-client-ip': '203.0.113.9',
  'true-client-ip': '203.0.113.9',
  'x-original-host': 'evil.test',
  'x-original-url': '/admin',
  'x-rewrite-url': '/admin',
  'x-http-method': 'DELETE',
  'x-http-method-override': 'DELETE',
  'x-method-override': 'DELETE',
  'x-nuxt-error': 'true',
  'x-nuxt-no-ssr': '1',
  'x-nitro-prerender': '/admin',
  proxy: 'http://evil.test',
}

for (const path of ['/api/auth/me', '/studio/', '/websocket', '/_nuxt/entry.js', '/pricing']) {
  test(`${path} reaches its upstream with nginx's headers, not the client's`, async () => {
    const response = await site.get(path, { ...spoofed, cookie: 'gantry_session=kept' })
    const { headers } = response.json
    const kept = Object.fromEntries(
      Object.keys(spoofed)
        .filter((name) => headers[name] !== undefined)
        .map((name) => [name, headers[name]]),
    )
    assert.deepEqual(kept, {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': site.origin,
      'x-forwarded-proto': 'http',
      'x-forwarded-port': site.origin.split(':')[1],
      'x-real-ip': '127.0.0.1',
      'x-request-id': response.headers['x-request-id'],
    })
    assert.equal(headers.host, site.origin)
    assert.equal(headers.cookie, 'gantry_session=kept')
    assert.match(response.headers['x-request-id'], /^[0-9a-f]{32}$/)
  })
}

test('headers that a client declares hop-by-hop are still overwritten', async () => {
  const { json } = await site.get('/api/auth/me', {
    connection: 'close, X-Forwarded-For, X-Request-Id, X-Real-IP',
    'x-forwarded-for': '203.0.113.9',
  })
  assert.equal(json.headers['x-forwarded-for'], '127.0.0.1')
  assert.match(json.headers['x-request-id'], /^[0-9a-f]{32}$/)
})

test('a websocket is upgraded and carries bytes both ways', async () => {
  const { hostname, port } = new URL(`http://${site.origin}`)
  const socket = connect({ host: hostname, port: Number(port) })
  let received = ''
  socket.on('data', (chunk) => (received += chunk))
  socket.write(
    `GET /websocket HTTP/1.1\r\nHost: ${site.origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  )
  await eventually(() => received.includes('\r\n\r\n'))
  assert.match(received, /^HTTP\/1\.1 101 /)
  socket.write('ping')
  await eventually(() => received.endsWith('ping'))
  socket.destroy()
})

for (const [path, upgrade] of [
  ['/api/auth/me', 'websocket'],
  ['/pricing', 'websocket'],
  ['/websocket', 'h2c'],
  ['/api/auth/me', 'h2c'],
]) {
  test(`an upgrade to ${upgrade} is not handed on at ${path}`, async () => {
    const { json } = await site.get(path, { connection: 'upgrade', upgrade })
    assert.equal(json.headers.upgrade, undefined)
    assert.notEqual(json.headers.connection, 'upgrade')
  })
}

test('a body of more than 1 MB is refused, except where files arrive', async () => {
  const body = Buffer.alloc(1_200_000)
  const refused = await site.send({ method: 'POST', path: '/api/auth/login', body })
  assert.equal(refused.status, 413)
  assert.equal(refused.json.code, 'E_REQUEST_ENTITY_TOO_LARGE')
  assert.deepEqual(site.gateway.requests, [])
  assert.equal((await site.send({ method: 'POST', path: '/contact', body })).status, 413)
  assert.deepEqual(site.web.requests, [])
  assert.equal((await site.send({ method: 'POST', path: '/api/cms/files', body })).status, 200)
  assert.equal((await site.send({ method: 'POST', path: '/studio/files', body })).status, 200)
})

test('a picture may be a little larger than the gateway takes, and no more', async () => {
  for (const path of ['/api/user/avatar', '/api/organizations/0197a000-0000-7000-8000-000000000000/logo']) {
    const send = (megabytes) => site.send({ method: 'POST', path, body: Buffer.alloc(megabytes * 1024 ** 2) })
    assert.equal((await send(5.5)).status, 200)
    assert.equal((await send(6.5)).json.code, 'E_REQUEST_ENTITY_TOO_LARGE')
  }
})

test('a file of more than 100 MB is refused before it is sent', async () => {
  const { status, text } = await site.raw(
    `POST /api/cms/files HTTP/1.1\r\nHost: ${site.origin}\r\nContent-Length: ${101 * 1024 ** 2}\r\n\r\n`,
  )
  assert.equal(status, 413)
  assert.match(text, /"code":"E_REQUEST_ENTITY_TOO_LARGE"/)
  assert.deepEqual(site.gateway.requests, [])
})

test('an upload reaches the gateway while it is still arriving', async () => {
  let begun = false
  site.gateway.answer = (request, response) => {
    request.once('data', () => (begun = true))
    request.on('end', () => response.end('done'))
  }
  const { hostname, port } = new URL(`http://${site.origin}`)
  const socket = connect({ host: hostname, port: Number(port) })
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk))
  socket.write(
    `POST /api/cms/files HTTP/1.1\r\nHost: ${site.origin}\r\nContent-Length: 10\r\nConnection: close\r\n\r\nhalf `,
  )
  await eventually(() => begun)
  socket.write('whole')
  await eventually(() => answer.includes('done'))
  socket.destroy()
})

test('JSON is compressed for clients that can read it', async () => {
  site.gateway.serve(JSON.stringify({ data: 'word '.repeat(1000) }), { 'content-type': 'application/json' })
  const { headers, json } = await site.get('/api/cms/posts', { 'accept-encoding': 'gzip' })
  assert.equal(headers['content-encoding'], 'gzip')
  assert.equal(headers.vary, 'Accept-Encoding')
  assert.equal(json.data.length, 5000)
  assert.equal((await site.get('/api/cms/posts')).headers['content-encoding'], undefined)
})

test('the access log tells the request id and no query', async () => {
  const { headers } = await site.get('/api/auth/me?token=s3cret')
  await site.get('/reset-password/s3cret?token=s3cret')
  await site.get('/api/invitations/s3cret/acceptance', { referer: 'http://x.test/?s3cret' })
  await eventually(() => site.accessLog().includes('/api/invitations/'))
  const lines = site
    .accessLog()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const line = lines.find(({ requestId }) => requestId === headers['x-request-id'])
  assert.equal(line.path, '/api/auth/me')
  assert.equal(line.status, 200)
  assert.equal(line.upstream, `127.0.0.1:${site.gateway.port}`)
  assert.doesNotMatch(site.accessLog(), /s3cret/)
})
