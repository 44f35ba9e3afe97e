import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'
import type { PurgeEvent } from '../extensions/gantry-purge/src/batch.ts'

export interface Delivery {
  headers: IncomingHttpHeaders
  body: string
  events: PurgeEvent[]
}

/** A gateway that writes down what it is told, and answers with the next of `statuses`, then with 204. */
export async function receiver(statuses: number[] = []) {
  const deliveries: Delivery[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      deliveries.push({
        headers: request.headers,
        body,
        events: (JSON.parse(body) as { events: PurgeEvent[] }).events,
      })
      response.writeHead(statuses.shift() ?? 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/internal/cms/purges`,
    deliveries,
    events: () => deliveries.flatMap(({ events }) => events),
    until: (told: (events: PurgeEvent[]) => boolean) =>
      vi.waitUntil(() => told(deliveries.flatMap(({ events }) => events)), { timeout: 10_000 }),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
