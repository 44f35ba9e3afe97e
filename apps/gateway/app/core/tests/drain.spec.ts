import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { drain } from '#core/drain'

test('before it closes, the door still answers and keeps no connection', async ({ assert, cleanup }) => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true })
  cleanup(() => agent.destroy())
  const { port } = server.address() as AddressInfo
  const connectionAfter = async () => {
    const [answer] = (await once(get({ port, agent, host: '127.0.0.1' }), 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    return [answer.statusCode, answer.headers.connection]
  }

  assert.deepEqual(await connectionAfter(), [200, 'keep-alive'])
  const drained = drain(server, 500)
  assert.deepEqual(await connectionAfter(), [200, 'close'])
  await drained
  await assert.rejects(connectionAfter, /ECONNREFUSED/)
})
