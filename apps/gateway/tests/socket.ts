import { once } from 'node:events'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import env from '#start/env'

/** A WebSocket of the Studio's page, as far as its handshake. */
export async function openSocket(cookie: string) {
  const upgrade = request({
    port: env.get('PORT'),
    path: '/websocket',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-fetch-site': 'same-origin',
      cookie,
    },
  })
  upgrade.end()
  const [, socket] = (await once(upgrade, 'upgrade')) as [unknown, Duplex]
  let isOpen = true
  socket.once('close', () => (isOpen = false)).resume()
  return {
    get isOpen() {
      return isOpen
    },
    close: () => socket.destroy(),
  }
}
