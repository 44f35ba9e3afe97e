import { test } from '@japa/runner'

test.group('Health', () => {
  test('being alive asks nobody', async ({ client }) => {
    const answer = await client.get('/api/health/live')

    answer.assertStatus(200)
    answer.assertBody({ success: true, data: { status: 'up' } })
  })

  test('being ready names each thing it needs', async ({ assert, client }) => {
    const answer = await client.get('/api/health')
    const { checks, status } = answer.body().data

    assert.sameMembers(Object.keys(checks), ['postgres', 'redis', 'cms', 'billing', 'queue'])
    assert.containsSubset(checks, {
      postgres: { status: 'up' },
      redis: { status: 'up' },
      queue: { status: 'up' },
    })
    const isUp = Object.values<{ status: string }>(checks).every((check) => check.status === 'up')
    assert.equal(status, isUp ? 'up' : 'down')
    assert.equal(answer.status(), isUp ? 200 : 503)
  })
})

test.group('API documentation', () => {
  test('is served with everything it needs', async ({ assert, client }) => {
    const page = await client.get('/api/docs')
    const document = await client.get('/api/openapi.json')
    const own = [...page.text().matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path))

    page.assertStatus(200)
    assert.equal(document.body().openapi, '3.1.0')
    assert.notMatch(page.text(), /<script>|https?:\/\//)
    assert.isAbove(own.length, 3)
    for (const path of own) (await client.get(path)).assertStatus(200)
  })

  test('serves no other file', async ({ client }) => {
    const missing = await client.get('/api/docs/package.json')
    const outside = await client.get('/api/docs/..%2fpackage.json')

    missing.assertStatus(404)
    outside.assertStatus(404)
  })
})
