import { request } from 'node:http'
import { test } from '@japa/runner'
import env from '#start/env'

test.group('Every answer', () => {
  test('carries the request id of a trusted proxy, or a new one', async ({ assert, client }) => {
    const passedOn = await client.get('/api/health/live').header('x-request-id', '0190-from-nginx')
    const minted = await client.get('/api/health/live').header('x-request-id', 'no good\tid')

    assert.equal(passedOn.header('x-request-id'), '0190-from-nginx')
    assert.match(String(minted.header('x-request-id')), /^[0-9a-f-]{36}$/)
  })

  test('says where the caller stands', async ({ assert, client }) => {
    const answer = await client.get('/api/health/live')
    for (const name of ['limit', 'remaining', 'reset'])
      assert.property(answer.headers(), `x-ratelimit-${name}`)
  })

  for (const origin of ['null', 'https://mallory.example', 'http://localhost:8080.mallory.example']) {
    test(`is not for pages of ${origin}`, async ({ assert, client }) => {
      const asked = client.get('/api/auth/csrf').header('origin', origin)
      const preflight = client
        .options('/api/auth/login')
        .header('origin', origin)
        .header('access-control-request-method', 'POST')
      for (const answer of [await asked, await preflight])
        for (const name of ['origin', 'credentials', 'methods'])
          assert.notProperty(answer.headers(), `access-control-allow-${name}`)
    })
  }

  for (const path of ['/', '/api/nothing', '/studios', '/internal/cms/purges']) {
    test(`${path} is nothing`, async ({ assert, client }) => {
      const answer = await client.get(path)

      answer.assertStatus(404)
      assert.deepInclude(answer.body(), { success: false, code: 'E_ROUTE_NOT_FOUND' })
      assert.equal(answer.body().requestId, answer.header('x-request-id'))
    })
  }

  test('malformed JSON is a 400 that repeats nothing', async ({ assert }) => {
    const { status, body } = await raw({ body: '{"password": "s3cr3t-canary"' })

    assert.equal(status, 400)
    assert.equal(JSON.parse(body).success, false)
    assert.notInclude(body, 'canary')
  })

  test('a body over 1 MB is a 413', async ({ assert }) => {
    const { status, body } = await raw({ body: JSON.stringify({ email: 'x'.repeat(1_100_000) }) })

    assert.equal(status, 413)
    assert.equal(JSON.parse(body).code, 'E_REQUEST_ENTITY_TOO_LARGE')
  })

  test('{name} is a 400')
    .with([
      { name: 'a NUL byte', body: '{"email": "a\\u0000b@example.test"}' },
      { name: 'half a character', body: '{"email": "\\ud800@example.test"}' },
      { name: 'half a character in a name', body: '{"\\udc00": 1}' },
      { name: 'nesting of a hundred levels', body: `{"email": ${'['.repeat(100)}${']'.repeat(100)}}` },
      { name: 'nesting without end', body: '['.repeat(200_000) + ']'.repeat(200_000) },
      { name: 'a body that is not what its encoding says', body: '{}', encoding: 'gzip' },
    ])
    .run(async ({ assert }, { body, encoding }) => {
      const answer = await raw({ body, encoding })

      assert.equal(answer.status, 400)
      assert.equal(JSON.parse(answer.body).code, 'E_BAD_REQUEST')
    })

  test('a NUL byte in the query is a 400', async ({ assert }) => {
    const { status } = await raw({ method: 'GET', path: '/api/cms/posts?tag=a%00b' })
    assert.equal(status, 400)
  })

  test('{name} is refused before anybody reads it')
    .with([
      { name: 'a query of ten thousand names', path: `/api/cms/posts?${'a&'.repeat(10_000)}` },
      { name: 'a cookie of twenty kilobytes', cookie: `gantry_session=${'a'.repeat(20_000)}` },
    ])
    .run(async ({ assert }, { path = '/api/auth/me', cookie = '' }) => {
      const { status } = await raw({ method: 'GET', path, cookie })
      assert.equal(status, 431)
    })

  test('a malformed address is a 400', async ({ assert }) => {
    const { status, body } = await raw({ method: 'GET', path: '/api/%zz' })
    assert.equal(status, 400)
    assert.equal(JSON.parse(body).success, false)
  })

  test('the internal listener knows no public route', async ({ assert }) => {
    const { status } = await raw({ method: 'GET', path: '/api/health/live', port: env.get('INTERNAL_PORT') })
    assert.equal(status, 404)
  })
})

function raw({
  method = 'POST',
  path = '/api/auth/token',
  port = env.get('PORT'),
  body = '',
  encoding = 'identity',
  cookie = '',
}) {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding, cookie }
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = request({ method, path, port, host: env.get('HOST'), headers }, async (answer) => {
      const chunks = await answer.toArray()
      resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
