import { readFile, writeFile } from 'node:fs/promises'
import type { ApiClient } from '@japa/api-client'
import { customEndpoint } from '@directus/sdk'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { DateTime } from 'luxon'
import { admin } from '#content/cms/client'
import { problemIn } from '#content/media/svg'
import { sweepUploads } from '#content/media/sweep'
import { demoteWriters, draft, editor, item, person, proofOf, stored } from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'
import env from '#start/env'
import { otherGateway } from '#tests/other_gateway'

type Headers = Awaited<ReturnType<typeof proofOf>>

interface Kept {
  id: string
  url: string | null
  download: string | null
  name: string
  type: string
  title: string
  isMine: boolean
}

const picture = await readFile(new URL('../../../../cms/src/seed/images/lattice.webp', import.meta.url))
const pdf = Buffer.from('%PDF-1.4\n% a leaflet\n')

const send = (client: ApiClient, headers: Headers, contents: Buffer, name: string) =>
  client.post('/api/cms/files').headers(headers).file('file', contents, { filename: name })

async function keep(client: ApiClient, headers: Headers, contents = picture, name = 'quay at night.webp') {
  const response = await send(client, headers, contents, name)
  response.assertStatus(201)
  return response.body().data as Kept
}

const remove = (id: string) => async () => {
  await admin.request(customEndpoint({ path: `/files/${id}`, method: 'DELETE' })).catch(() => undefined)
}

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inside}</svg>`

const countOf = async () => Number((await stored<{ count: string }[]>('/files?aggregate[count]=*'))[0]!.count)

test.group('The media library', (group) => {
  group.teardown(demoteWriters)

  test('keeps a picture in the name of the editor, and shows it at once', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { eve, headers } = await editor()
    const file = await keep(client, headers)
    cleanup(remove(file.id))

    assert.containsSubset(file, {
      type: 'image/webp',
      name: 'quay at night.webp',
      title: 'Quay at night',
      isMine: true,
    })
    const [row] = await stored<{ uploaded_by: string; filesize: string }[]>(
      `/files?filter[id][_eq]=${file.id}&fields=uploaded_by,filesize`,
    )
    assert.equal(row!.uploaded_by, eve.id)
    assert.equal(Number(row!.filesize), picture.length)
    const asset = await client.get(file.url!).qs({ key: 'thumb' })
    asset.assertStatus(200)
    assert.equal(asset.header('content-type'), 'image/webp')
    const event = await LedgerEvent.query().where({ subject_id: file.id, action: 'media.uploaded' }).first()
    assert.equal(event?.actorId, eve.id)
  })

  test('is listed by what is looked for, page by page', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const word = uuidv7().slice(-12)
    const kept = await keep(client, headers, picture, `${word}-one.webp`)
    const leaflet = await keep(client, headers, pdf, `${word}-two.pdf`)
    cleanup(remove(kept.id))
    cleanup(remove(leaflet.id))
    const list = async (query: object) => {
      const { data, total } = (
        await client
          .get('/api/cms/files')
          .headers(headers)
          .qs({ search: word, ...query })
      ).body()
      return { ids: data.map(({ id }: Kept) => id), total }
    }

    assert.deepEqual(await list({}), { ids: [leaflet.id, kept.id], total: 2 })
    assert.deepEqual(await list({ type: 'image' }), { ids: [kept.id], total: 1 })
    assert.deepEqual(await list({ type: 'document' }), { ids: [leaflet.id], total: 1 })
    assert.deepEqual(await list({ page: 2, perPage: 1 }), { ids: [kept.id], total: 2 })
    const wrong = await client.get('/api/cms/files').headers(headers).qs({ type: 'folder' })
    wrong.assertStatus(422)
  })

  test('hands out other files whole, and of pictures no original', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const leaflet = await keep(client, headers, pdf, 'leaflet.pdf')
    const kept = await keep(client, headers)
    cleanup(remove(leaflet.id))
    cleanup(remove(kept.id))

    const response = await client.get(leaflet.download!)
    response.assertStatus(200)
    assert.equal(response.header('content-type'), 'application/pdf')
    assert.match(response.header('content-disposition')!, /^attachment; filename="leaflet\.pdf"/)
    assert.equal(response.header('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(response.header('content-security-policy'), "default-src 'none'; sandbox")
    ;(await client.get(`/api/cms/assets/${kept.id}/file`)).assertStatus(404)
    ;(await client.get(`/api/cms/assets/${uuidv7()}/file`)).assertStatus(404)
  })

  test('refuses {name}')
    .with([
      { name: 'page.html', contents: '<!doctype html><script>alert(1)</script>', says: /not taken/ },
      { name: 'page.png', contents: '<!doctype html><script>alert(1)</script>', says: /not taken/ },
      { name: 'program.exe', contents: 'MZ\0\0', says: /not taken/ },
      { name: 'empty.png', contents: '', says: /empty/ },
      { name: 'script.svg', contents: svg('<script>alert(1)</script>'), says: /<script>/ },
      { name: 'large.svg', contents: svg(`<desc>${'a'.repeat(1_000_000)}</desc>`), says: /too large. 1 MB/ },
    ])
    .run(async ({ assert, client }, { name, contents, says }) => {
      const { headers } = await editor()
      const before = await countOf()
      const response = await send(client, headers, Buffer.from(contents), name)

      response.assertStatus(422)
      const { file } = response.body().details
      assert.match(file, says)
      assert.isTrue(file.startsWith(`${name}: `))
      assert.equal(await countOf(), before)
    })

  test('names a file for what it is, and nowhere else', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const file = await keep(client, headers, picture, '../../etc/"pass\u202Ewd".gif')
    cleanup(remove(file.id))
    assert.equal(file.name, 'passwd.webp')
  })

  test('wants one file, in a form', async ({ client }) => {
    const { headers } = await editor()
    const json = await client.post('/api/cms/files').headers(headers).json({ file: 'a' })
    json.assertStatus(415)
    const none = await client.post('/api/cms/files').headers(headers).field('title', 'Nothing')
    none.assertStatus(422)
    none.assertBodyContains({ details: { file: 'Please choose a file.' } })
  })

  test('takes a drawing that only draws', async ({ client, cleanup, assert }) => {
    const { headers } = await editor()
    const file = await keep(client, headers, Buffer.from(svg('<path d="M0 0h8v8z"/>')), 'mark.svg')
    cleanup(remove(file.id))
    const asset = await client.get(file.url!).qs({ key: 'card' })
    asset.assertStatus(200)
    assert.equal(asset.header('content-security-policy'), "default-src 'none'; sandbox")
  })

  test('says of a file what it is told: title, text and point to look at', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const { id } = await keep(client, headers)
    cleanup(remove(id))
    const change = { title: 'The quay', alt: 'Cranes at night', focus: { x: 25, y: 75 } }
    const changed = await client.patch(`/api/cms/files/${id}`).headers(headers).json(change)
    changed.assertStatus(200)
    changed.assertBodyContains({ data: change })

    const wrong = { focus: { x: 120, y: 0 } }
    const refused = await client.patch(`/api/cms/files/${id}`).headers(headers).json(wrong)
    refused.assertStatus(422)
    const none = await client.patch(`/api/cms/files/${id}`).headers(headers).json({ focus: null })
    assert.isNull(none.body().data.focus)
    none.assertBodyContains({ data: { title: 'The quay' } })
  })

  test('gives the site the point to look at', async ({ client, cleanup }) => {
    const { headers } = await editor()
    const { id } = await keep(client, headers)
    cleanup(remove(id))
    const post = await item('posts', { ...draft(), image: id, published_at: '2026-01-01T00:00:00Z' })
    cleanup(post.remove)
    await client
      .patch(`/api/cms/files/${id}`)
      .headers(headers)
      .json({ focus: { x: 25, y: 75 } })
    const { slug } = await stored<{ slug: string }>(`/items/posts/${post.id}`)
    const shown = await client.get(`/api/cms/posts/${slug}`)
    shown.assertBodyContains({ data: { image: { id, focus: { x: 25, y: 75 } } } })
  })

  test('keeps what is in use, and says where', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const { id } = await keep(client, headers)
    cleanup(remove(id))
    const post = await item('posts', { ...draft(), title: 'The quay', image: id })
    const linking = await item('posts', {
      ...draft(),
      title: 'A link',
      body: `[Leaflet](/api/cms/assets/${id}/file)`,
    })
    const drafted = await client
      .post('/api/cms/entries/posts')
      .headers(headers)
      .json({ ...draft(), title: 'Not yet', image: id })
    const entry = `/api/cms/entries/posts/${drafted.body().data.id}`
    const page = await client
      .post('/api/cms/entries/pages')
      .headers(headers)
      .json({
        title: 'Harbour',
        path: `/harbour-${uuidv7()}`,
        blocks: [
          { type: 'hero', values: { title: 'Hello', image: id } },
          { type: 'gallery', values: { images: [{ file: id }] } },
        ],
      })
    const pageEntry = `/api/cms/entries/pages/${page.body().data.id}`
    await client.post(`${pageEntry}/publication`).headers(headers).json({})

    const shown = await client.get(`/api/cms/files/${id}`).headers(headers)
    const labels = shown.body().data.uses.map(({ label }: { label: string }) => label)
    assert.sameMembers(labels, [
      'the post “The quay”',
      'the post “A link”',
      'the page “Harbour”',
      'the draft of the post “Not yet”',
    ])
    const refused = await client.delete(`/api/cms/files/${id}`).headers(headers)
    refused.assertStatus(409)
    refused.assertBodyContains({ code: 'E_FILE_IN_USE' })
    assert.lengthOf(await stored<unknown[]>(`/files?filter[id][_eq]=${id}`), 1)

    await post.remove()
    await linking.remove()
    await client.delete(entry).headers(headers)
    await client.delete(pageEntry).headers(headers)
    ;(await client.delete(`/api/cms/files/${id}`).headers(headers)).assertStatus(204)
    ;(await client.delete(`/api/cms/files/${id}`).headers(headers)).assertStatus(404)
    assert.lengthOf(await stored<unknown[]>(`/files?filter[id][_eq]=${id}`), 0)
  })

  test('lets writers upload, and change and delete their own alone', async ({ assert, client, cleanup }) => {
    const { headers: editors } = await editor()
    const writer = await proofOf(await person('writer'))
    const theirs = await keep(client, editors)
    const own = await keep(client, writer)
    cleanup(remove(theirs.id))
    cleanup(remove(own.id))

    for (const act of [
      client.patch(`/api/cms/files/${theirs.id}`).json({ title: 'Mine now' }),
      client.delete(`/api/cms/files/${theirs.id}`),
    ]) {
      const response = await act.headers(writer)
      response.assertStatus(403)
      response.assertBodyContains({ code: 'E_FOREIGN_FILE' })
    }
    const [row] = await stored<{ title: string }[]>(`/files?filter[id][_eq]=${theirs.id}&fields=title`)
    assert.equal(row!.title, 'Quay at night')
    ;(await client.patch(`/api/cms/files/${own.id}`).headers(writer).json({ alt: 'A' })).assertStatus(200)
    ;(await client.patch(`/api/cms/files/${own.id}`).headers(editors).json({ alt: 'B' })).assertStatus(200)
    ;(await client.delete(`/api/cms/files/${own.id}`).headers(writer)).assertStatus(204)
  })

  test('does not tell a writer what somebody else is working on', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const writer = await proofOf(await person('writer'))
    const { id } = await keep(client, writer)
    cleanup(remove(id))
    const secret = await client
      .post('/api/cms/entries/posts')
      .headers(headers)
      .json({ ...draft(), title: 'Secret', image: id })
    cleanup(async () => {
      await client.delete(`/api/cms/entries/posts/${secret.body().data.id}`).headers(headers)
    })
    const shown = await client.get(`/api/cms/files/${id}`).headers(writer)
    assert.deepEqual(shown.body().data.uses, [
      { kind: 'posts', id: null, isDraft: true, label: 'the draft of somebody else' },
    ])
  })

  test('forgets what was broken off long ago, and nothing else', async ({ assert, client, cleanup }) => {
    const { headers } = await editor()
    const { id } = await keep(client, headers)
    cleanup(remove(id))
    const broken = uuidv7()
    const row = {
      id: broken,
      storage: 'local',
      filename_download: 'half.png',
      filename_disk: `${broken}.png`,
      type: 'image/png',
    }
    await admin.request(customEndpoint({ path: '/files', method: 'POST', body: JSON.stringify(row) }))
    cleanup(remove(broken))

    assert.equal(await sweepUploads(), 0)
    assert.isAbove(await sweepUploads(DateTime.utc().plus({ hours: 7 })), 0)
    const left = await stored<{ id: string }[]>(`/files?filter[id][_in]=${id},${broken}&fields=id`)
    assert.deepEqual(left, [{ id }])
  })
})

test.group('A drawing', () => {
  test('is refused for {what}')
    .with([
      { what: 'a script', source: svg('<script>alert(1)</script>') },
      {
        what: 'a script of HTML',
        source: svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
      },
      { what: 'a handler', source: svg('', 'onload="alert(1)"') },
      { what: 'a handler in capitals', source: svg('<path ONCLICK="alert(1)"/>') },
      { what: 'a foreign document', source: svg('<foreignObject><body/></foreignObject>') },
      { what: 'a link', source: svg('<a href="javascript:alert(1)"><path/></a>') },
      { what: 'an animated link', source: svg('<set attributeName="href" to="javascript:alert(1)"/>') },
      { what: 'a picture from elsewhere', source: svg('<image href="https://example.com/a.png"/>') },
      { what: 'an embedded document', source: svg('<image href="data:text/html;base64,PGI+"/>') },
      { what: 'a use of another file', source: svg('<use href="other.svg#a"/>') },
      { what: 'an entity', source: `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}` },
      { what: 'a style sheet', source: `<?xml-stylesheet href="https://example.com/a.css"?>${svg('')}` },
      { what: 'a style that fetches', source: svg('<style>@import "https://example.com/a.css";</style>') },
      { what: 'a fill that fetches', source: svg('<path fill="url(https://example.com/a#b)"/>') },
      { what: 'being half', source: '<svg xmlns="http://www.w3.org/2000/svg">' },
    ])
    .run(({ assert }, { source }) => {
      assert.isString(problemIn(source))
    })

  test('is taken with gradients, styles and notes of a drawing program', ({ assert }) => {
    const source = `<?xml version="1.0"?><!-- drawn -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape">
      <inkscape:grid/><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>
      <style>.b { fill: url(#a) }</style><use href="#a"/><path class="b" fill="url('#a')" d="M0 0"/></svg>`
    assert.isUndefined(problemIn(source))
  })
})

const size = 100_000_000

function* form(contents: Buffer) {
  yield Buffer.from(
    '--a-boundary\r\nContent-Disposition: form-data; name="file"; filename="leaflet.pdf"\r\n\r\n',
  )
  yield contents
  yield Buffer.from('\r\n--a-boundary--\r\n')
}

/** A film of that size which nobody has to hold in memory, here neither. */
function* film(boundary: string) {
  const head = Buffer.alloc(64 * 1024)
  head.write('ftypisom', 4, 'latin1')
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
  )
  yield head
  const piece = Buffer.alloc(64 * 1024, 7)
  let left = size - head.length
  while (left > 0) {
    yield left < piece.length ? piece.subarray(0, left) : piece
    left -= piece.length
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}

const kilobytes = (status: string, name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1])

test.group('A large file', (group) => {
  let other: Awaited<ReturnType<typeof otherGateway>>
  group.setup(async () => {
    other = await otherGateway()
    return () => other.stop()
  })

  const upload = async (headers: Headers, body: Iterable<Buffer>, boundary: string) =>
    fetch(`${other.origin}/api/cms/files`, {
      method: 'POST',
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: ReadableStream.from(body) as never,
      duplex: 'half',
    } as RequestInit)

  test('goes through a gateway that needs less than 50 MB more for it', async ({ assert, cleanup }) => {
    const { headers } = await editor()
    // What is loaded when it is first needed is not counted.
    const first = await upload(headers, form(pdf), 'a-boundary')
    cleanup(remove(((await first.json()) as { data: Kept }).data.id))
    // The highest mark of the process begins anew.
    await writeFile(`/proc/${other.pid}/clear_refs`, '5')
    const status = () => readFile(`/proc/${other.pid}/status`, 'utf8')
    const before = kilobytes(await status(), 'VmRSS')

    const response = await upload(headers, film('a-boundary'), 'a-boundary')
    assert.equal(response.status, 201)
    const { data } = (await response.json()) as { data: Kept & { bytes: number } }
    cleanup(remove(data.id))

    assert.equal(data.bytes, size)
    assert.isBelow((kilobytes(await status(), 'VmHWM') - before) / 1024, 50)
  }).timeout(60_000)

  test('is refused before it arrives when it is larger than the largest', async ({ assert, client }) => {
    const { headers } = await editor()
    const before = await countOf()
    const { request } = await import('node:http')
    const answer = await new Promise<{ statusCode?: number }>((resolve, reject) => {
      const outgoing = request(
        `http://${env.get('HOST')}:${env.get('PORT')}/api/cms/files`,
        {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'multipart/form-data; boundary=a',
            'content-length': size * 2,
          },
        },
        resolve,
      )
      outgoing.once('error', reject)
      outgoing.flushHeaders()
    })
    assert.equal(answer.statusCode, 422)
    assert.equal(await countOf(), before)
    ;(await client.get('/api/cms/files').headers(headers)).assertStatus(200)
  })
})
