import { deflateSync, crc32, gzipSync } from 'node:zlib'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import sharp from 'sharp'
import { storage } from '#core/uploads/storage'
import { sweepAvatars } from '#core/uploads/sweep'
import env from '#start/env'
import { alice, bearer } from '#tests/world'

const path = '/api/user/avatar'
const hour = 60 * 60 * 1000

const picture = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } }).jpeg()

const upload = async (client: ApiClient, contents: Buffer, filename = 'me.jpg') =>
  client
    .post(path)
    .loginAs(await alice())
    .withCsrfToken()
    .file('picture', contents, { filename })

const stored = async () => (await Array.fromAsync(storage.list('avatars'))).map(({ key }) => key)

test.group('Avatars', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are squares in two sizes that everybody may keep', async ({ assert, client }) => {
    const answer = await upload(client, await picture('#c2410c').toBuffer())
    const { avatar } = answer.body().data
    const [small, large] = await Promise.all([client.get(avatar.small), client.get(avatar.large)])
    const me = await client.get('/api/auth/me').loginAs(await alice())

    answer.assertStatus(200)
    assert.containsSubset(await sharp(small.body()).metadata(), { format: 'webp', width: 64, height: 64 })
    assert.containsSubset(await sharp(large.body()).metadata(), { format: 'webp', width: 256, height: 256 })
    assert.containsSubset(large.headers(), {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    assert.deepEqual(me.body().data.avatar, avatar)
  })

  test('say nothing of where and how they were taken', async ({ assert, client }) => {
    const turned = picture('#14181f').withExif({
      IFD0: { Make: 'Spy & Sons', Orientation: '6' },
      IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' },
    })
    const answer = await upload(client, await turned.withMetadata({ orientation: 6 }).toBuffer())
    const large = await client.get(answer.body().data.avatar.large)
    const { exif, xmp, icc, orientation } = await sharp(large.body()).metadata()

    assert.deepEqual([exif, xmp, icc, orientation], [undefined, undefined, undefined, undefined])
  })

  test('a new one takes the place of the old', async ({ assert, client }) => {
    const first = (await upload(client, await picture('#f00').toBuffer())).body().data.avatar
    const second = (await upload(client, await picture('#00f').toBuffer())).body().data.avatar

    assert.notEqual(second.small, first.small)
    assert.equal((await client.get(first.small)).status(), 404)
    assert.equal((await client.get(second.small)).status(), 200)
  })

  test('can be taken away, also twice', async ({ assert, client }) => {
    const { avatar } = (await upload(client, await picture('#0f0').toBuffer())).body().data
    const remove = async () =>
      client
        .delete(path)
        .loginAs(await alice())
        .withCsrfToken()
    const [removed, again] = [await remove(), await remove()]

    assert.isNull(removed.body().data.avatar)
    again.assertStatus(200)
    assert.equal((await client.get(avatar.large)).status(), 404)
  })

  test('belong to people who are signed in', async ({ assert, client }) => {
    const before = await stored()
    const visitor = await client
      .post(path)
      .withCsrfToken()
      .file('picture', await picture('#fff').toBuffer())
    const otherSite = await client
      .post(path)
      .loginAs(await alice())
      .file('picture', Buffer.from('x'))
    const removal = await client.delete(path).withCsrfToken()

    visitor.assertStatus(401)
    otherSite.assertStatus(403)
    removal.assertStatus(401)
    assert.deepEqual(await stored(), before)
  })

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>'
  const refused: Record<string, { name?: string; contents: () => Buffer | Promise<Buffer> }> = {
    nothing: { contents: () => Buffer.alloc(0) },
    'a page that calls itself a picture': {
      name: 'me.png',
      contents: () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    },
    'a drawing with a script': { name: 'me.svg', contents: () => Buffer.from(svg) },
    'a drawing that calls itself a photograph': { contents: () => Buffer.from(svg) },
    'a script that begins like a GIF': {
      name: 'me.gif',
      contents: () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)//;'),
    },
    'half a picture': { contents: async () => (await picture('#abc').toBuffer()).subarray(0, 600) },
    'a format that no camera makes': { name: 'me.tiff', contents: () => picture('#abc').tiff().toBuffer() },
    'an archive': { name: 'me.jpg.zip', contents: () => Buffer.from('PK\x03\x04 and so on') },
  }
  for (const [what, { name, contents }] of Object.entries(refused)) {
    test(`${what} is none`, async ({ assert, client }) => {
      const kept = (await upload(client, await picture('#c2410c').toBuffer())).body().data.avatar
      const before = await stored()
      const answer = await upload(client, await contents(), name)

      answer.assertStatus(422)
      assert.property(answer.body().details, 'picture')
      assert.equal(kept.small, `/api/avatars/${(await alice()).avatar}-64.webp`)
      assert.deepEqual(await stored(), before)
    })
  }

  test('900 million pixels in a small file are not unpacked', async ({ assert, client }) => {
    const answer = await upload(client, blackPng(30_000), 'me.png')

    answer.assertStatus(422)
    assert.match(answer.body().details.picture, /pixels/)
    assert.isNull((await alice()).avatar)
  })

  test('more than 5 MB are not read', async ({ assert, client }) => {
    const answer = await upload(client, Buffer.alloc(5 * 1024 * 1024 + 1))

    answer.assertStatus(413)
    assert.isNull((await alice()).avatar)
  })

  test('come as a form with one file', async ({ assert, client }) => {
    const user = await alice()
    const post = () => client.post(path).loginAs(user).withCsrfToken()
    const json = await post().json({ picture: 'data:image/png;base64,AAAA' })
    const empty = await post()
    const none = await post().field('picture', 'me.jpg')
    const two = await post().file('picture', Buffer.from('a')).file('other', Buffer.from('b'))

    assert.deepEqual(
      [json, empty, none, two].map((answer) => answer.status()),
      [415, 415, 422, 422],
    )
    assert.property(none.body().details, 'picture')
    assert.isNull((await alice()).avatar)
  })

  test('ten thousand files or fields are not counted to the end', async ({ assert, client }) => {
    const headers = await bearer(client, 'alice@acme.test')
    const many = async (part: (index: number) => string, value: Blob | string) => {
      const form = new FormData()
      for (let index = 0; index < 10_000; index += 1) form.append(part(index), value as string)
      return fetch(`http://${env.get('HOST')}:${env.get('PORT')}${path}`, {
        method: 'POST',
        headers,
        body: form,
      })
    }
    const files = await many(() => 'picture', new Blob(['x']))
    const fields = await many((index) => `field${index}`, 'x')

    assert.deepEqual([files.status, fields.status], [422, 413])
    assert.isNull((await alice()).avatar)
  })

  test('a packed body is not unpacked', async ({ assert, client }) => {
    const headers = {
      ...(await bearer(client, 'alice@acme.test')),
      'content-encoding': 'gzip',
      'content-type': 'multipart/form-data; boundary=x',
    }
    const answer = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}${path}`, {
      method: 'POST',
      headers,
      body: gzipSync(Buffer.alloc(10_000_000)),
    })

    assert.include([400, 413, 415, 422], answer.status)
  })

  for (const filename of [
    '../../../../etc/passwd',
    'me.php.jpg',
    'me\\..\\..\\x.jpg',
    `${'x'.repeat(300)}.jpg`,
  ]) {
    test(`a file called ${filename.slice(0, 20)} gets a name of ours`, async ({ assert, client }) => {
      const answer = await upload(client, await picture('#456').toBuffer(), filename)

      answer.assertStatus(200)
      assert.match(answer.body().data.avatar.small, /^\/api\/avatars\/[\w-]{43}-64\.webp$/)
    })
  }

  test('fields beside the picture change nothing', async ({ assert, client }) => {
    const answer = await client
      .post(path)
      .loginAs(await alice())
      .withCsrfToken()
      .fields({ role: 'platform_admin', fullName: 'Mallory', '__proto__[role]': 'platform_admin' })
      .file('picture', await picture('#123').toBuffer(), { filename: 'me.jpg' })

    answer.assertStatus(200)
    assert.containsSubset((await alice()).$attributes, { role: 'user', fullName: 'Alice Andersson' })
  })

  for (const key of ['..%2f..%2f.env', `${'a'.repeat(43)}-64.webp`, `${'a'.repeat(43)}-999.webp`, 'x']) {
    test(`there is no picture called ${key.slice(0, 14)}`, async ({ client }) => {
      const answer = await client.get(`/api/avatars/${key}`)
      answer.assertStatus(404)
    })
  }

  test('that nobody has are swept away once they are old', async ({ assert, client }) => {
    const { avatar } = (await upload(client, await picture('#789').toBuffer())).body().data
    const stray = `avatars/${'s'.repeat(43)}-64.webp`
    await storage.write(stray, Buffer.from('left behind'))

    await sweepAvatars()
    assert.include(await stored(), stray)

    await sweepAvatars(Date.now() + 2 * hour)
    assert.notInclude(await stored(), stray)
    assert.equal((await client.get(avatar.small)).status(), 200)
  })
})

/** A black square of one bit a pixel: enormous to unpack, small to send. */
function blackPng(edge: number) {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  const pixels = deflateSync(Buffer.alloc(edge * (1 + edge / 8)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
