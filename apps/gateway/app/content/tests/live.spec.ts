import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { streams } from '#config/limiter'
import { announce } from '#content/live/changes'
import { draft, editor } from '#content/tests/world'
import env from '#start/env'
import { otherGateway } from '#tests/other_gateway'

const here = `http://${env.get('HOST')}:${env.get('PORT')}`

/** Listens at a gateway, as a page does, and keeps what it hears. */
async function listen(origin: string, address = '198.51.100.200') {
  const left = new AbortController()
  const answer = await fetch(`${origin}/api/cms/events`, {
    headers: { accept: 'text/event-stream', 'x-forwarded-for': address },
    signal: left.signal,
  })
  let heard = ''
  const reading = (async () => {
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) heard += piece
  })().catch(() => undefined)
  return {
    answer,
    heard: () => [...heard.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data!) as object),
    async until(count: number) {
      for (let turn = 0; turn < 60 && this.heard().length < count; turn += 1) await sleep(50)
      return this.heard()
    },
    async leave() {
      left.abort()
      await reading
    },
  }
}

test.group('An open page', (group) => {
  let other: Awaited<ReturnType<typeof otherGateway>>
  group.setup(async () => {
    other = await otherGateway()
    return () => other.stop()
  })

  test('hears what is published, at whichever gateway it listens, once', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { headers } = await editor()
    const pages = [await listen(here), await listen(other.origin)]
    cleanup(async () => void (await Promise.all(pages.map((page) => page.leave()))))
    const begun = await client.post('/api/cms/entries/posts').headers(headers).json(draft())
    const entry = `/api/cms/entries/posts/${begun.body().data.id}`
    cleanup(async () => void (await client.delete(entry).headers(headers)))
    await sleep(200)
    // A draft is nobody's business.
    assert.deepEqual(pages[0]!.heard(), [])

    await client.post(`${entry}/publication`).headers(headers).json({})
    for (const page of pages) assert.deepInclude(await page.until(1), { collections: ['posts'] })
  })

  test('is told what changed together in one go', async ({ assert, cleanup }) => {
    // What the test before has taken away again is told by now.
    await sleep(300)
    const page = await listen(here)
    cleanup(() => page.leave())
    announce(['pages', 'pages:one'])
    announce(['authors'])
    assert.deepEqual(await page.until(1), [{ collections: ['pages', 'authors'] }])
  })

  test('is answered in a way that nobody on the way keeps or holds back', async ({ assert, cleanup }) => {
    const page = await listen(here)
    cleanup(() => page.leave())
    const { headers, status } = page.answer
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'text/event-stream; charset=utf-8')
    assert.equal(headers.get('cache-control'), 'private, no-store')
    assert.equal(headers.get('x-accel-buffering'), 'no')
    assert.isNull(headers.get('set-cookie'))
  })

  test('is sent away when too many from its address listen, and the others are not', async ({
    assert,
    cleanup,
  }) => {
    const pages = await Promise.all(
      Array.from({ length: streams.perAddress }, () => listen(here, '198.51.100.201')),
    )
    const late = await listen(here, '198.51.100.201')
    assert.equal(late.answer.status, 429)
    const another = await listen(here, '198.51.100.202')
    assert.equal(another.answer.status, 200)
    await pages[0]!.leave()
    await sleep(100)
    const again = await listen(here, '198.51.100.201')
    assert.equal(again.answer.status, 200)
    cleanup(async () => void (await Promise.all([...pages, another, again].map((page) => page.leave()))))
  })

  test('asks for a stream', async ({ client }) => {
    ;(await client.get('/api/cms/events')).assertStatus(400)
  })
})

test.group('A gateway that open pages listen to', () => {
  test('ends all the same when it is told to', async ({ assert, cleanup }) => {
    const other = await otherGateway()
    const page = await listen(other.origin)
    cleanup(() => page.leave())
    await other.stop('SIGTERM')
    assert.equal(page.answer.status, 200)
    // The stream has ended as well, so there is nothing left to read.
    await page.leave()
  }).timeout(20_000)
})
