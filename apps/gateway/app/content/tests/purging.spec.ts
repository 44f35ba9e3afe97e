import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { admin } from '#content/cms/client'
import { draft, item, overhear } from '#content/tests/world'
import { updateItem } from '@directus/sdk'
import env from '#start/env'

const now = () => Math.floor(Date.now() / 1000)

function notice(
  events: unknown,
  { timestamp = now(), secret = env.get('CMS_PURGE_SECRET').release(), isSigned = true } = {},
) {
  const body = JSON.stringify({ events })
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return fetch(`http://${env.get('HOST')}:${env.get('INTERNAL_PORT')}/internal/cms/purges`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-gantry-timestamp': String(timestamp),
      ...(isSigned && { 'x-gantry-signature': `sha256=${signature}` }),
    },
    body,
  })
}

test.group('Purging', (group) => {
  // What the specs before have purged is forgotten once more a second later.
  group.setup(() => sleep<void>(1_100))

  test('shows visitors what changed past the gateway', async ({ assert, client, cleanup }) => {
    const post = draft()
    const { id, remove } = await item('posts', post)
    cleanup(remove)
    const titleShown = async () => (await client.get(`/api/cms/posts/${post.slug}`)).body().data.title
    assert.equal(await titleShown(), post.title)

    await admin.request(updateItem('posts', id, { title: 'Changed in the Studio' }))
    const response = await notice([{ collection: 'posts', event: 'update', keys: [id] }])
    assert.equal(response.status, 204)
    assert.equal(await titleShown(), 'Changed in the Studio')
  })

  test('is refused when {title}')
    .with([
      { title: 'signed by another secret', options: { secret: 'x'.repeat(32) } },
      { title: 'too old', options: { timestamp: now() - 301 } },
      { title: 'from the future', options: { timestamp: now() + 3_600 } },
      { title: 'without a time', options: { timestamp: Number.NaN } },
      { title: 'without a signature', options: { isSigned: false } },
    ])
    .run(async ({ assert, client, cleanup }, { options }) => {
      await client.get('/api/cms/site')
      const { asked, stop } = overhear()
      cleanup(stop)
      const response = await notice([{ collection: 'globals', event: 'update', keys: [] }], options)
      assert.equal(response.status, 401)
      const { code } = (await response.json()) as { code: string }
      assert.equal(code, 'E_BAD_SIGNATURE')
      // The copy still holds, so nobody is asked for another.
      await client.get('/api/cms/site')
      assert.isEmpty(asked)
    })

  test('is refused when it is malformed', async ({ assert }) => {
    const response = await notice([{ collection: 'posts', event: 'explode', keys: [] }])
    assert.equal(response.status, 422)
  })

  test('is not reachable from outside', async ({ client }) => {
    const response = await client.post('/internal/cms/purges').json({ events: [] })
    response.assertStatus(404)
    response.assertBodyContains({ code: 'E_ROUTE_NOT_FOUND' })
  })
})
