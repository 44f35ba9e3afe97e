import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { CircuitBreaker } from '#core/outbound/circuit_breaker'
import { Upstream } from '#core/outbound/upstream'

const json = { 'content-type': 'application/json' }

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop }
}

const upstream = () => new Upstream('cms', { timeout: 300, maxBytes: 1_000 })

test.group('Upstream', () => {
  test('answers what the service says, refusals included', async ({ assert, cleanup }) => {
    const { url, stop } = await serve((_, response) => response.writeHead(403, json).end('{"errors":[]}'))
    cleanup(stop)
    const response = await upstream().fetch(url)
    assert.equal(response.status, 403)
    assert.deepEqual(await response.json(), { errors: [] })
  })

  test('is unavailable when the service {does}')
    .with([
      { does: 'fails', listener: (_: unknown, response) => response.writeHead(500, json).end('{}') },
      { does: 'never answers', listener: () => {} },
      {
        does: 'never ends',
        listener: (_: unknown, response) => {
          response.writeHead(200, json).write('{')
          const drip = setInterval(() => response.write(' '), 50)
          response.on('close', () => clearInterval(drip))
        },
      },
      {
        does: 'answers too much',
        listener: (_: unknown, response) => response.writeHead(200, json).end(`"${'x'.repeat(2_000)}"`),
      },
      {
        does: 'answers with a page',
        listener: (_: unknown, response) =>
          response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      },
      {
        does: 'leads elsewhere',
        listener: (_: unknown, response) =>
          response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      },
      { does: 'hangs up', listener: (request) => request.destroy() },
    ] satisfies { does: string; listener: RequestListener }[])
    .run(async ({ assert, cleanup }, { listener }) => {
      const { url, stop } = await serve(listener)
      cleanup(stop)
      const error = await upstream()
        .fetch(url)
        .catch((thrown: { code: string; status: number }) => thrown)
      assert.containsSubset(error, { code: 'E_CMS_UNAVAILABLE', status: 503 })
    })

  test('leaves a failing service alone, then tries it once more', async ({ assert, cleanup }) => {
    let asked = 0
    let isUp = false
    const { url, stop } = await serve((_, response) => {
      asked += 1
      response.writeHead(isUp ? 200 : 500, json).end('{}')
    })
    cleanup(stop)
    const breaker = new CircuitBreaker({ failures: 2, pause: 50 })
    const cms = new Upstream('cms', { timeout: 300, maxBytes: 1_000, breaker })

    for (let call = 0; call < 5; call += 1) await assert.rejects(() => cms.fetch(url))
    assert.equal(asked, 2)

    isUp = true
    await new Promise((resolve) => setTimeout(resolve, 60))
    assert.equal((await cms.fetch(url)).status, 200)
    assert.equal((await cms.fetch(url)).status, 200)
  })
})
