import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/**
 * Leaves without taking a request along. First every answer says that its connection ends, for longer than a proxy keeps an idle
 * one; then new connections are refused, so that the proxy asks another replica and this address no more, before it is gone.
 *
 * @param milliseconds for the first part; the second takes three fifths of it
 */
export async function drain(server: Server, milliseconds: number) {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  await setTimeout(milliseconds)
  server.close()
  await setTimeout(milliseconds * 0.6)
}
