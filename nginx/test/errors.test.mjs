import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startSite } from './site.mjs'

let site
before(
  async () => (site = await startSite(() => ({ NGINX_PAGE_TIMEOUT: '300ms', NGINX_API_TIMEOUT: '300ms' }))),
)
beforeEach(() => site.reset())
after(() => site.stop())

const always = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^SAMEORIGIN$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^strict-origin-when-cross-origin$/,
  'content-security-policy': /frame-ancestors 'self'/,
  'x-request-id': /^[0-9a-f]{32}$/,
}

function assertSecurityHeaders({ headers, rawHeaders }) {
  for (const [name, expected] of Object.entries(always)) {
    assert.match(headers[name] ?? '', expected, name)
    const count = rawHeaders.filter((word, index) => index % 2 === 0 && word.toLowerCase() === name).length
    assert.equal(count, 1, `${name} is there ${count} times`)
  }
  assert.equal(headers['x-powered-by'], undefined)
  assert.equal(headers['strict-transport-security'], undefined)
  assert.equal(headers.server, 'nginx')
  assert.doesNotMatch(headers['content-security-policy'], /unsafe-eval/)
}

const bigBody = Buffer.alloc(1_200_000)
const answers = {
  'an answer of the API': { path: '/api/auth/me', status: 200 },
  'a page': { path: '/', status: 200 },
  'an asset': { path: '/_nuxt/entry.js', status: 200 },
  Studio: { path: '/studio/', status: 200 },
  'no such room': { path: '/internal', status: 404 },
  'an odd spelling': { path: '//dashboard', status: 404 },
  'an odd spelling of the API': { path: '/api/auth/..;/me', status: 404, json: true },
  'a wrong case of the API': { path: '/API/auth/me', status: 404, json: true },
  'a method nobody has': { method: 'TRACE', path: '/', status: 405 },
  'a method the API does not have': { method: 'TRACE', path: '/api/auth/me', status: 405, json: true },
  'a body too large': { method: 'POST', path: '/contact', body: bigBody, status: 413 },
  'a body too large for the API': { method: 'POST', path: '/api/x', body: bigBody, status: 413, json: true },
  'headers too large': { path: '/', headers: { cookie: 'x'.repeat(70_000) }, status: 400 },
  'headers too large for the API': {
    path: '/api/auth/me',
    headers: { cookie: 'x'.repeat(70_000) },
    status: 400,
    json: true,
  },
  'an address too long': { path: `/${'x'.repeat(70_000)}`, status: 414 },
  'an upstream that hangs': { path: '/slow', hang: true, status: 504 },
  'a gateway that hangs': { path: '/api/slow', hang: true, status: 504, json: true },
  'an upstream that breaks off': { path: '/broken', breakOff: true, status: 502 },
  'a gateway that breaks off': { path: '/api/broken', breakOff: true, status: 502, json: true },
}

for (const [name, { status, json, hang, breakOff, ...request }] of Object.entries(answers)) {
  test(`${name}: ${status} with all security headers`, async () => {
    for (const upstream of [site.gateway, site.web]) {
      if (hang) upstream.answer = () => {}
      if (breakOff) upstream.answer = (incoming) => incoming.socket.destroy()
    }
    const response = await site.send(request)
    assert.equal(response.status, status)
    assertSecurityHeaders(response)
    if (status < 400) return
    assert.equal(response.headers['cache-control'], 'no-store')
    assert.equal(response.headers['retry-after'], status >= 500 ? '5' : undefined)
    if (json) assertEnvelope(response)
    else assertErrorPage(response)
  })
}

function assertEnvelope({ headers, json }) {
  assert.equal(headers['content-type'], 'application/json')
  assert.equal(json.success, false)
  assert.match(json.error, /^[A-Z].*\.$/)
  assert.match(json.code, /^E_[A-Z_]+$/)
  assert.equal(json.requestId, headers['x-request-id'])
}

function assertErrorPage({ headers, text }) {
  assert.equal(headers['content-type'], 'text/html; charset=utf-8')
  assert.match(text, /^<!doctype html>\n<html lang="en">/)
  assert.match(text, /<h1>[A-Z][a-z ]+<\/h1>/)
  assert.ok(text.includes(headers['x-request-id']))
  assert.doesNotMatch(text, /<script|https?:/)
}

test('a request line that cannot be read is 400 with all security headers', async () => {
  const { status, text } = await site.raw('GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  assert.equal(status, 400)
  for (const name of Object.keys(always)) assert.match(text.toLowerCase(), new RegExp(`\\n${name}: `))
  assert.match(text, /<h1>Not understood<\/h1>/)
})

test('an error of the gateway passes as it is', async () => {
  const body = '{"success":false,"error":"Slow down.","code":"E_TOO_MANY_REQUESTS","requestId":"1"}'
  for (const status of [401, 403, 404, 409, 413, 422, 429, 500, 502, 503]) {
    site.gateway.serve(body, { 'content-type': 'application/json', 'retry-after': '37' }, status)
    const response = await site.get('/api/auth/me')
    assert.equal(response.status, status)
    assert.equal(response.text, body)
    assert.equal(response.headers['retry-after'], '37')
    assertSecurityHeaders(response)
  }
})

test("an error page of the site's own passes as it is", async () => {
  for (const status of [404, 500, 503]) {
    site.web.serve('<h1>Our own words</h1>', { 'content-type': 'text/html' }, status)
    const response = await site.get(`/page-${status}`)
    assert.equal(response.status, status)
    assert.equal(response.text, '<h1>Our own words</h1>')
    assertSecurityHeaders(response)
  }
})

test("a page's own policies are kept", async () => {
  const policy = "default-src 'self'; script-src 'self' 'sha256-abc'"
  site.web.serve('page', { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' })
  const { headers } = await site.get('/reset-password')
  assert.equal(headers['content-security-policy'], policy)
  assert.equal(headers['referrer-policy'], 'no-referrer')
})

test("Studio's own policy is kept, and nobody else may frame it", async () => {
  site.gateway.serve('studio', { 'content-security-policy': "script-src 'self' 'unsafe-eval'" })
  const { headers } = await site.get('/studio/')
  assert.equal(headers['content-security-policy'], "script-src 'self' 'unsafe-eval'")
  assert.equal(headers['x-frame-options'], 'SAMEORIGIN')
})

test('an uploaded file cannot run as the site', async () => {
  const { headers } = await site.get('/api/cms/assets/0197')
  assert.match(headers['content-security-policy'], /sandbox/)
  assert.match(headers['content-security-policy'], /default-src 'none'/)
})

test("what upstreams say of themselves, and their copies of nginx's headers, are dropped", async () => {
  const own = {
    'x-powered-by': 'Nuxt',
    'x-request-id': 'theirs',
    'x-frame-options': 'ALLOWALL',
    'x-content-type-options': 'sniff',
    'strict-transport-security': 'max-age=1',
    'x-accel-expires': '60',
  }
  for (const [upstream, path] of [
    [site.gateway, '/api/auth/me'],
    [site.web, '/about'],
  ]) {
    upstream.serve('hello', own)
    const response = await site.get(path)
    assertSecurityHeaders(response)
    assert.notEqual(response.headers['x-request-id'], 'theirs')
    assert.equal(response.headers['x-accel-expires'], undefined)
  }
})

test('where people come by https they are told to stay there', async () => {
  const secure = await startSite(() => ({ NGINX_PUBLIC_SCHEME: 'https' }))
  try {
    for (const path of ['/', '/api/auth/me', '/internal']) {
      const { headers } = await secure.get(path)
      assert.match(headers['strict-transport-security'], /^max-age=63072000/)
    }
    assert.equal(secure.web.last.headers['x-forwarded-proto'], 'https')
  } finally {
    await secure.stop()
  }
})
