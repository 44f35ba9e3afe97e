import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { stored, unplug } from '#content/tests/world'
import { assetPresets } from '#content/validators/content'

test.group('Assets', (group) => {
  let url: string

  group.setup(async () => {
    const [picture] = await stored<{ id: string; modified_on: string }[]>(
      '/files?limit=1&filter[type][_starts_with]=image',
    )
    url = `/api/cms/assets/${picture!.id}?v=${Date.parse(picture!.modified_on)}`
  })

  test('come in the sizes of the site and can be kept for ever', async ({ assert, client }) => {
    const response = await client.get(url).qs({ key: 'card' })
    response.assertStatus(200)
    assert.equal(response.header('content-type'), 'image/webp')
    assert.equal(response.header('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(response.header('content-security-policy'), "default-src 'none'; sandbox")
    assert.isUndefined(response.header('x-powered-by'))
    assert.isUndefined(response.header('set-cookie'))
  })

  test('come in every size that the CMS declares, and in no other', async ({ assert }) => {
    const settings = await stored<{ storage_asset_presets: { key: string }[] }>('/settings')
    assert.sameMembers(
      [...assetPresets],
      settings.storage_asset_presets.map(({ key }) => key),
    )
  })

  test('are kept shortly where the address does not change with them', async ({ assert, client }) => {
    const response = await client.get(url.split('?')[0]!).qs({ key: 'card' })
    assert.equal(response.header('cache-control'), 'public, max-age=300')
  })

  test('are not sent again to who has them', async ({ client }) => {
    const first = await client.get(url).qs({ key: 'card' })
    const again = await client.get(url).qs({ key: 'card' }).header('if-none-match', first.header('etag')!)
    again.assertStatus(304)
  })

  test('come in no other size: {key}')
    .with([{ key: 'original' }, { key: '' }])
    .run(async ({ client }, { key }) => {
      const response = await client.get(url).qs({ key })
      response.assertStatus(422)
    })

  test('that do not exist are 404', async ({ client }) => {
    const response = await client.get(`/api/cms/assets/${uuidv7()}`).qs({ key: 'card' })
    response.assertStatus(404)
  })

  test('are 503 while the CMS is gone', async ({ client, cleanup }) => {
    cleanup(unplug())
    const response = await client.get(url).qs({ key: 'card' })
    response.assertStatus(503)
    response.assertBodyContains({ code: 'E_CMS_UNAVAILABLE' })
  })
})
