import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { client as transport, lago } from '#billing/lago'
import { eventually } from '#billing/tests/world'

interface Answer {
  status: number
  body: string
}

/** What becomes of a request on its way to Lago; null is a connection that breaks. */
type Act = (request: IncomingMessage, forward: () => Promise<Answer>) => Promise<Answer | null>

const address = transport.baseUrl

/** Stands between us and Lago; whatever `act` is not told to spoil gets through. */
export async function between(act: Act) {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request)
      const forward = async () => {
        const answer = await fetch(new URL(request.url!, address), {
          method: request.method,
          headers: { authorization: request.headers.authorization!, 'content-type': 'application/json' },
          body: body.length > 0 ? new Uint8Array(body) : undefined,
        })
        return { status: answer.status, body: await answer.text() }
      }
      const answer = await act(request, forward)
      if (!answer) return void response.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })().catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  transport.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
  return server
}

/** Lago answers again; after failures the breaker leaves it alone for a moment. */
export async function recovered() {
  transport.baseUrl = address
  await eventually('Lago being asked again', () => lago.plans().catch(() => null))
}

/** Lago at an address where nobody listens. */
export function goneAway() {
  transport.baseUrl = 'http://127.0.0.1:9/api/v1'
}

export const isPost = (request: IncomingMessage, path: string) =>
  request.method === 'POST' && request.url!.endsWith(path)
