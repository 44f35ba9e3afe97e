import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import sharp from 'sharp'
import type User from '#accounts/models/user'
import { storage } from '#core/uploads/storage'
import { sweepAvatars } from '#core/uploads/sweep'
import { eventsOf } from '#organizations/tests/world'
import { acme, ada, bob, charlie } from '#tests/world'

const day = 24 * 60 * 60 * 1000

const picture = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer()

const upload = async (client: ApiClient, user: User, contents: Buffer) =>
  client
    .post(`/api/organizations/${(await acme()).id}/logo`)
    .loginAs(user)
    .withCsrfToken()
    .file('picture', contents, { filename: 'logo.png' })
const remove = async (client: ApiClient, user: User) =>
  client
    .delete(`/api/organizations/${(await acme()).id}/logo`)
    .loginAs(user)
    .withCsrfToken()

test.group('The logo of an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is shown wherever the organization is, and replaced by the next', async ({ assert, client }) => {
    const first = (await upload(client, await ada(), await picture('#f00'))).body().data.logo
    const second = (await upload(client, await ada(), await picture('#00f'))).body().data.logo
    const user = await bob()
    const me = await client.get('/api/auth/me').loginAs(user)
    const list = await client.get('/api/organizations').loginAs(user)

    assert.deepEqual(me.body().data.organization.logo, second)
    assert.deepEqual(list.body().data[0].logo, second)
    assert.equal((await client.get(first.small)).status(), 404)
    assert.equal((await client.get(second.large)).status(), 200)
  })

  test('is taken away, also twice, and recorded', async ({ assert, client }) => {
    const { logo } = (await upload(client, await ada(), await picture('#0f0'))).body().data
    const [once, again] = [await remove(client, await ada()), await remove(client, await ada())]

    once.assertStatus(200)
    again.assertStatus(200)
    assert.isNull((await acme()).logo)
    assert.equal((await client.get(logo.small)).status(), 404)
    assert.deepEqual(
      (await eventsOf(await acme())).map(([action]) => action).filter((action) => /logo/.test(action)),
      ['organization.logo_changed', 'organization.logo_removed'],
    )
  })

  test('is no file of nobody', async ({ assert, client }) => {
    await upload(client, await ada(), await picture('#ff0'))
    const { logo } = await acme()
    const kept = async () =>
      (await Array.fromAsync(storage.list('avatars'))).some(({ key }) => key.includes(logo!))
    await sweepAvatars(Date.now() + day)
    assert.isTrue(await kept())

    await (await acme()).merge({ logo: null }).save()
    await sweepAvatars(Date.now() + day)
    assert.isFalse(await kept())
  })

  test('is a picture', async ({ assert, client }) => {
    const answer = await upload(client, await ada(), Buffer.from('<svg onload="alert(1)"/>'))
    assert.property(answer.body().details, 'picture')
    assert.isNull((await acme()).logo)
  })

  test('is not for members, strangers or visitors', async ({ assert, client }) => {
    const contents = await picture('#000')
    ;(await upload(client, await bob(), contents)).assertStatus(403)
    ;(await upload(client, await charlie(), contents)).assertStatus(404)
    ;(await remove(client, await bob())).assertStatus(403)
    ;(await client.delete(`/api/organizations/${(await acme()).id}/logo`).withCsrfToken()).assertStatus(401)
    assert.isNull((await acme()).logo)
  })
})
