import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { test } from '@japa/runner'
import type { OutboundFailedException, OutboundRefusedException } from '#core/exceptions/outbound_exception'
import { GuardedFetch } from '#core/outbound/guarded_fetch'
import { isPublicAddress } from '#core/outbound/public_address'
import type { Address, Resolve } from '#core/outbound/target'

const json = { 'content-type': 'application/json' }
const names =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 }))

const reason = (error: OutboundFailedException | OutboundRefusedException) => error.reason
const refusal = (address: string, resolve?: Resolve) =>
  new GuardedFetch({ allowedHosts: [], resolve }).vet(address).then(() => 'let through', reason)

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { host, url: `http://${host}/`, stop }
}

const failureAt = ({ host, url }: { host: string; url: string }) =>
  new GuardedFetch({ allowedHosts: [host], timeout: 300, maxBytes: 1_000 })
    .json(url)
    .then(() => 'answered', reason)

test.group('Addresses that came from outside', () => {
  const inside = [
    'https://127.0.0.1',
    'https://127.1',
    'https://0x7f.1',
    'https://2130706433',
    'https://0177.0.0.1',
    'https://0.0.0.0',
    'https://10.0.0.1',
    'https://172.16.0.1',
    'https://192.168.1.1',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1',
    'https://192.0.2.1',
    'https://198.18.0.1',
    'https://198.51.100.1',
    'https://203.0.113.1',
    'https://224.0.0.1',
    'https://240.0.0.1',
    'https://255.255.255.255',
    'https://[::]',
    'https://[::1]',
    'https://[::127.0.0.1]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:8.8.8.8]',
    'https://[::ffff:0:127.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://[fec0::1]',
    'https://[ff02::1]',
    'https://[64:ff9b::7f00:1]',
    'https://[64:ff9b:1::1]',
    'https://[2001::1]',
    'https://[2001:db8::1]',
    'https://[2002:7f00:1::]',
    'https://[3fff::1]',
    'https://[5f00::1]',
    'https://[100::1]',
  ]
  for (const address of inside) {
    test(`may not be ${address}`, async ({ assert }) => {
      assert.equal(await refusal(address), 'private')
    })
  }

  const malformed = {
    'http://example.com': 'protocol',
    'file:///etc/passwd': 'protocol',
    'gopher://example.com': 'protocol',
    'ftp://example.com': 'protocol',
    'data:application/json,{}': 'protocol',
    'https://someone@example.com': 'credentials',
    'https://someone:secret@example.com': 'credentials',
    'https://example.com:6379': 'port',
    'https://example.com:5432': 'port',
    'https://example.com:22': 'port',
    'https://example.com/\r\nHost: localhost': 'malformed',
    'https://exa\nmple.com': 'malformed',
    'https://example.com\\@127.0.0.1': 'malformed',
    'https://example.com/a b': 'malformed',
    'https://': 'malformed',
    'example.com': 'malformed',
    '': 'malformed',
  }
  for (const [address, why] of Object.entries(malformed)) {
    test(`may not be ${JSON.stringify(address)}`, async ({ assert }) => {
      assert.equal(await refusal(address, names('93.184.215.14')), why)
    })
  }

  test('may not be names of something inside', async ({ assert }) => {
    for (const address of ['127.0.0.1', '10.1.2.3', '::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::a00:1']) {
      assert.equal(await refusal('https://inside.example', names(address)), 'private')
    }
    assert.equal(await refusal('https://both.example', names('93.184.215.14', '10.0.0.1')), 'private')
    assert.equal(await refusal('https://nobody.example', names()), 'unknown')
  })

  test('may not be names that only this machine knows', async ({ assert }) => {
    for (const name of ['localhost', 'localhost.', 'LOCALHOST']) {
      assert.include(['unknown', 'private'], await refusal(`https://${name}`))
    }
  })

  test('may be public', async ({ assert }) => {
    const guard = new GuardedFetch({ allowedHosts: [], resolve: names('93.184.215.14', '2606:2800:21f::1') })
    await assert.doesNotReject(() => guard.vet('https://example.com/.well-known/openid-configuration'))
    await assert.doesNotReject(() => guard.vet('https://example.com:8443/hook?to=10.0.0.1'))
    await assert.doesNotReject(() => guard.vet('https://8.8.8.8'))
    assert.isFalse(isPublicAddress('no address'))
  })

  test('are refused by a sentence that tells nothing of the network', async ({ assert }) => {
    const error = await new GuardedFetch({ allowedHosts: [], resolve: names('10.1.2.3') })
      .vet('https://inside.example')
      .catch((thrown: OutboundRefusedException) => thrown)
    assert.containsSubset(error, { status: 422, code: 'E_OUTBOUND_REFUSED' })
    assert.notMatch(String(error), /10\.1\.2\.3/)
  })
})

test.group('Guarded fetch', () => {
  test('connects to the address it has judged, whatever the name says next', async ({ assert, cleanup }) => {
    const server = await serve((_, response) => response.writeHead(200, json).end('{}'))
    cleanup(server.stop)
    const host = server.host.replace('127.0.0.1', 'rebinding.example')
    let asked = 0
    const resolve: Resolve = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.3', family: 4 }]
    }
    const guard = new GuardedFetch({ allowedHosts: [host], resolve })

    assert.equal((await guard.json(`http://${host}/`)).status, 200)
    assert.equal(asked, 1)
    assert.equal(await guard.json(`http://${host}/`).catch(reason), 'connection')
  })

  test('never reaches what a name has moved to since it was judged', async ({ assert, cleanup }) => {
    let reached = false
    const inside = createSocket((socket) => {
      reached = true
      socket.destroy()
    }).listen(8443, '127.0.0.3')
    await once(inside, 'listening')
    cleanup(() => void inside.close())

    const answers = ['93.184.215.14', '127.0.0.3']
    const resolve: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
    const guard = new GuardedFetch({ allowedHosts: [], resolve, timeout: 300 })
    const why = await guard.json('https://rebinding.example:8443/').catch(reason)

    assert.include(['connection', 'deadline'], why)
    assert.equal(await guard.json('https://rebinding.example:8443/').catch(reason), 'private')
    assert.isFalse(reached)
  })

  test('judges again when it connects', async ({ assert }) => {
    let address = '93.184.215.14'
    const guard = new GuardedFetch({ allowedHosts: [], resolve: async () => [{ address, family: 4 }] })
    await guard.vet('https://moving.example')
    address = '127.0.0.1'
    assert.equal(await guard.json('https://moving.example').catch(reason), 'private')
  })

  test('answers what the server says, refusals included', async ({ assert, cleanup }) => {
    const server = await serve((_, response) => response.writeHead(400, json).end('{"error":"no"}'))
    cleanup(server.stop)
    const guard = new GuardedFetch({ allowedHosts: [server.host] })
    assert.deepEqual(await guard.json(server.url), { status: 400, data: { error: 'no' } })
  })

  test('sends a form as one', async ({ assert, cleanup }) => {
    const seen: (string | undefined)[] = []
    const server = await serve(async (request, response) => {
      const body = await Array.fromAsync(request)
      seen.push(request.method, request.headers['content-type'], Buffer.concat(body).toString())
      response.writeHead(200, json).end('{}')
    })
    cleanup(server.stop)
    const guard = new GuardedFetch({ allowedHosts: [server.host] })
    await guard.json(server.url, { method: 'POST', body: new URLSearchParams({ a: 'b c' }) })
    assert.deepEqual(seen, ['POST', 'application/x-www-form-urlencoded', 'a=b+c'])
  })

  test('trusts a host on the port that was named, no other', async ({ assert, cleanup }) => {
    const server = await serve((_, response) => response.writeHead(200, json).end('{}'))
    cleanup(server.stop)
    const guard = new GuardedFetch({ allowedHosts: ['127.0.0.1:1'] })
    assert.equal(await guard.json(server.url).catch(reason), 'protocol')
  })

  test('fails when the server {does}')
    .with([
      { does: 'never answers', why: 'deadline', listener: () => {} },
      {
        does: 'never ends',
        why: 'deadline',
        listener: (_: unknown, response) => {
          response.writeHead(200, json).write('{')
          const drip = setInterval(() => response.write(' '), 50)
          response.on('close', () => clearInterval(drip))
        },
      },
      {
        does: 'answers too much',
        why: 'size',
        listener: (_: unknown, response) => response.writeHead(200, json).end(`"${'x'.repeat(2_000)}"`),
      },
      {
        does: 'answers with a page',
        why: 'type',
        listener: (_: unknown, response) =>
          response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      },
      {
        does: 'answers with broken JSON',
        why: 'type',
        listener: (_: unknown, response) => response.writeHead(200, json).end('{'),
      },
      {
        does: 'leads inside',
        why: 'redirect',
        listener: (_: unknown, response) =>
          response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      },
      { does: 'hangs up', why: 'connection', listener: (request) => request.destroy() },
    ] satisfies { does: string; why: string; listener: RequestListener }[])
    .run(async ({ assert, cleanup }, { why, listener }) => {
      const server = await serve(listener)
      cleanup(server.stop)
      assert.equal(await failureAt(server), why)
    })

  test('waits for a name no longer than for an answer', async ({ assert }) => {
    const guard = new GuardedFetch({ allowedHosts: [], timeout: 100, resolve: () => new Promise(() => {}) })
    assert.equal(await guard.vet('https://slow.example').catch(reason), 'deadline')
  })

  test('follows no redirect even when only the status counts', async ({ assert, cleanup }) => {
    const paths: (string | undefined)[] = []
    const server = await serve((request, response) => {
      paths.push(request.url)
      response.writeHead(307, { location: '/inside' }).end()
    })
    cleanup(server.stop)
    const guard = new GuardedFetch({ allowedHosts: [server.host] })
    assert.equal(await guard.fetch(server.url, { method: 'POST' }, 'any').catch(reason), 'redirect')
    assert.deepEqual(paths, ['/'])
  })

  test('gives no body to whom the status is enough', async ({ assert, cleanup }) => {
    const server = await serve((_, response) => response.writeHead(500).end('a secret'))
    cleanup(server.stop)
    const guard = new GuardedFetch({ allowedHosts: [server.host] })
    assert.deepEqual(await guard.fetch(server.url, {}, 'any'), { status: 500, body: '' })
  })

  test('leaves a failing host alone, and no other', async ({ assert, cleanup }) => {
    const gone = await serve((request) => request.destroy())
    const well = await serve((_, response) => response.writeHead(200, json).end('{}'))
    cleanup(gone.stop)
    cleanup(well.stop)
    const guard = new GuardedFetch({ allowedHosts: [gone.host, well.host] })

    for (let call = 0; call < 5; call += 1)
      assert.equal(await guard.json(gone.url).catch(reason), 'connection')
    assert.equal(await guard.json(gone.url).catch(reason), 'resting')
    assert.equal((await guard.json(well.url)).status, 200)
  })
})
