import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Call {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** The API of a mail provider, whichever: answers every call alike, and remembers it. */
export async function mailApi(status = 200) {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    calls.push({ path: request.url ?? '', headers: request.headers, body: await text(request) })
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ id: '1', messageId: '1', MessageID: '1', results: { id: '1' }, ErrorCode: 0 }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { calls, url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
