import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startSite } from './site.mjs'

let site
before(
  async () =>
    (site = await startSite(() => ({ NGINX_LIMIT_API: '10000r/s', NGINX_LIMIT_PAGES: '10000r/s' }))),
)
beforeEach(() => site.reset())
after(() => site.stop())

const paths = [
  '/api/auth/me',
  '/api/admin/users',
  '/api/cms/assets/0197',
  '/api/cms/collections/posts',
  '/api/cms/graphql',
  '/api/metrics',
  '/internal/metrics',
  '/studio/users/me',
  '/dashboard',
  '/admin/content',
  '/_nuxt/entry.js',
]

/** Ways to write a path that some program takes for the path itself. */
const spellings = {
  'double slash in front': (path) => `/${path}`,
  'double slash inside': (path) => path.replace(/\/(?=[^/]+$)/, '//'),
  'double slash behind': (path) => `${path}//`,
  'dot segment': (path) => `/.${path}`,
  'dot segment behind': (path) => `${path}/.`,
  'parent segment': (path) => `/x/..${path}`,
  'parent segment behind': (path) => `${path}/x/..`,
  'asset folder and out again': (path) => `/_nuxt/..${path}`,
  'encoded parent segment': (path) => `/x/%2e%2e${path}`,
  'parent segment with an encoded slash': (path) => `/x/..%2f${path.slice(1)}`,
  'asset folder and an encoded way out': (path) => `/_nuxt/..%2f${path.slice(1)}`,
  'API and an encoded way out': (path) => `/api/..%2F${path.slice(1)}`,
  'parent segment with a semicolon': (path) => `/x/..;${path}`,
  'encoded slash': (path) => path.replace(/\/(?=[^/]+$)/, '%2f'),
  'encoded slash in capitals': (path) => path.replace(/\/(?=[^/]+$)/, '%2F'),
  'encoded slash behind': (path) => `${path}%2f`,
  'style sheet behind an encoded slash': (path) => `${path}%2fa.css`,
  backslash: (path) => path.replace(/\/(?=[^/]+$)/, '\\'),
  'encoded backslash': (path) => path.replace(/\/(?=[^/]+$)/, '%5c'),
  'encoded backslash in front': (path) => `/%5c${path}`,
  'path parameter': (path) => `${path};a`,
  'path parameter with an extension': (path) => `${path};a.css`,
  'encoded semicolon': (path) => `${path}%3ba.css`,
  'encoded NUL': (path) => `${path}%00`,
  'encoded NUL and an extension': (path) => `${path}%00.css`,
  'encoded line feed': (path) => `${path}%0a`,
  'encoded carriage return': (path) => `${path}%0d%0ax`,
  'encoded DEL': (path) => `${path}%7f`,
  'encoded letter': (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  'encoded letter in capitals': (path) =>
    path.replace(/[a-z]/, (letter) => `%${letter.toUpperCase().charCodeAt(0).toString(16)}`),
  'letter encoded twice': (path) =>
    path.replace(/[a-z]/, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
  'slash encoded twice': (path) => path.replace(/\/(?=[^/]+$)/, '%252f'),
  'parent segment encoded twice': (path) => `/x/%252e%252e${path}`,
  'overlong slash': (path) => path.replace(/\/(?=[^/]+$)/, '%c0%af'),
  'overlong dots': (path) => `/x/%c0%ae%c0%ae${path}`,
  fragment: (path) => `${path}#a.css`,
  'encoded fragment': (path) => `${path}%23a.css`,
  'encoded question mark': (path) => `${path}%3fa=b`,
  'three slashes in front': (path) => `//${path}`,
  'dot segment inside': (path) => path.replace(/\/(?=[^/]+$)/, '/./'),
  'one encoded dot of two': (path) => `/x/.%2e${path}`,
  'encoded dot': (path) => `/%2e${path}`,
  'up and down inside': (path) => path.replace(/\/(?=[^/]+$)/, '/x/../'),
  'above the root': (path) => `/..${path}`,
  'encoded way above the root': (path) => `/%2e%2e${path}`,
  'all of a way out encoded': (path) => `/api%2F%2E%2E${path}`,
  'Studio and an encoded way out': (path) => `/studio/items/..%2f..${path}`,
  'Studio and a backslash out': (path) => `/studio/items\\..\\..${path}`,
  'content and an encoded way out': (path) => `/api/cms/pages/..%2f..%2f..${path}`,
  'content and a way out encoded twice': (path) => `/api/cms/pages/..%252f..%252f..${path}`,
  'slash encoded three times': (path) => path.replace(/\/(?=[^/]+$)/, '%25252f'),
  'backslash encoded twice': (path) => path.replace(/\/(?=[^/]+$)/, '%255c'),
  'NUL encoded twice': (path) => `${path}%2500`,
  'parameter inside': (path) => path.replace(/\/(?=[^/]+$)/, ';a/'),
  'encoded tab': (path) => `${path}%09`,
  'encoded bell': (path) => `${path}%07`,
  'overlong backslash': (path) => path.replace(/\/(?=[^/]+$)/, '%c1%9c'),
  'overlong NUL': (path) => `${path}%c0%80`,
  'half an escape': (path) => `${path}%2`,
  'escape of another kind': (path) => path.replace(/\/(?=[^/]+$)/, '%u002f'),
  'encoded minus or letter': (path) => `${path}%2d%61`,
}

for (const [name, spell] of Object.entries(spellings)) {
  test(`${name}: nobody is asked`, async () => {
    for (const path of paths) {
      const { status } = await site.raw(request(spell(path)))
      assert.ok([400, 404].includes(status), `${spell(path)} answered ${status}`)
    }
    assert.deepEqual([...site.gateway.requests, ...site.web.requests], [])
  })
}

test('those are more than sixty, and the plain spelling of each is answered', async () => {
  assert.ok(Object.keys(spellings).length >= 60)
  for (const path of paths.filter((path) => !path.startsWith('/internal'))) {
    const { status } = await site.raw(request(path))
    assert.equal(status, 200, path)
  }
})

test('the same signs in a query are left alone', async () => {
  const query = '?next=%2Fdashboard%2F..%2F&q=a//b;c%252f%00'
  for (const path of ['/api/cms/posts', '/login']) {
    const { status } = await site.raw(request(path + query))
    assert.equal(status, 200)
  }
  assert.equal(site.gateway.last.url, `/api/cms/posts${query}`)
  assert.equal(site.web.last.url, `/login${query}`)
})

test('letters beyond ASCII and dots in names are left alone', async () => {
  for (const path of ['/blog/caf%C3%A9', '/docs/v1.2/a-b_c~d', '/blog/a%20b']) {
    await site.raw(request(path))
    assert.equal(site.web.last.url, path)
  }
})

test('capitals and a trailing slash do not move a path to another room', async () => {
  for (const [path, room] of [
    ['/api/Auth/Me', 'gateway'],
    ['/api/auth/me/', 'gateway'],
    ['/Dashboard', 'web'],
    ['/dashboard/', 'web'],
  ]) {
    const { json } = await site.get(path)
    assert.equal(json.server, room)
  }
})

test('an address with a host in it is routed by its path', async () => {
  const { status } = await site.raw(
    `GET http://evil.test/api/auth/me HTTP/1.1\r\nHost: ${site.origin}\r\nConnection: close\r\n\r\n`,
  )
  assert.equal(status, 200)
  assert.equal(site.gateway.last.url, '/api/auth/me')
  assert.equal(site.gateway.last.headers.host, site.origin)
})

const malformed = {
  'two kinds of length': 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
  'two lengths': 'Content-Length: 5\r\nContent-Length: 6\r\n',
  'two hosts': 'Host: evil.test\r\n',
  'an odd transfer coding': 'Transfer-Encoding: xchunked\r\n',
  'a blank before the colon': 'Transfer-Encoding : chunked\r\n',
}

for (const [name, header] of Object.entries(malformed)) {
  test(`a request with ${name} is refused`, async () => {
    const { status } = await site.raw(
      `POST /api/auth/login HTTP/1.1\r\nHost: ${site.origin}\r\n${header}Connection: close\r\n\r\n`,
    )
    assert.ok([400, 501].includes(status), String(status))
    assert.deepEqual(site.gateway.requests, [])
  })
}

function request(path) {
  return `GET ${path} HTTP/1.1\r\nHost: ${site.origin}\r\nConnection: close\r\n\r\n`
}
