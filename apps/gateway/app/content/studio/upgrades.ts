import { type IncomingMessage, request, type Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import logger from '@adonisjs/core/services/logger'
import env from '#start/env'

/** Answers a request by the routes and guards of the application. */
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown> | undefined

/** What a controller has let in: the token to go on with. */
const admitted = new WeakMap<IncomingMessage, string>()

export const admit = (upgrade: IncomingMessage, token: string) => void admitted.set(upgrade, token)

/** How often it is asked whether whoever holds a socket may still have it, in milliseconds: gone within five seconds. */
const askedEvery = 2_000

/**
 * Sockets of the Studio. An upgrade passes the same routes and guards as any request; what they refuse is answered, what they
 * let in is connected with Directus, and asked about again while it lasts.
 */
export class Upgrades {
  #open = new Set<Duplex>()

  constructor(private handle: Handle) {}

  listen(server: Server) {
    server.on('upgrade', (upgrade: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#accept(upgrade, socket, head).catch(() => socket.destroy())
    })
  }

  close() {
    for (const socket of this.#open) socket.destroy()
  }

  async #accept(upgrade: IncomingMessage, socket: Duplex, head: Buffer) {
    socket.on('error', () => socket.destroy())
    const { response, token } = await this.#ask(upgrade)
    if (token) return this.#connect(upgrade, socket, head, token)

    response.assignSocket(socket as never)
    response.once('finish', () => socket.end())
  }

  /** The answer of the application waits in a response that has no socket yet. */
  async #ask(upgrade: IncomingMessage) {
    const response = new ServerResponse(upgrade)
    admitted.delete(upgrade)
    await this.handle(upgrade, response)
    return { response, token: admitted.get(upgrade) }
  }

  #connect(upgrade: IncomingMessage, socket: Duplex, head: Buffer, token: string) {
    const url = new URL(`${env.get('CMS_URL')}/websocket`)
    url.searchParams.set('access_token', token)
    const outgoing = request(url, {
      headers: { ...handshake(upgrade), connection: 'upgrade', upgrade: 'websocket' },
      timeout: 5_000,
    })
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer in time')))
    outgoing.once('error', (error) => {
      logger.warn({ reason: error.message }, 'studio socket not connected')
      socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n\r\n')
    })
    outgoing.once('response', (answer) => {
      answer.resume()
      socket.end(`HTTP/1.1 ${answer.statusCode} Refused\r\nConnection: close\r\n\r\n`)
    })
    outgoing.once('upgrade', (answer, upstream, upstreamHead) => {
      upstream.setTimeout(0)
      socket.write(acceptance(answer))
      if (head.length > 0) upstream.write(head)
      if (upstreamHead.length > 0) socket.write(upstreamHead)
      this.#join(upgrade, socket, upstream)
    })
    outgoing.end()
  }

  #join(upgrade: IncomingMessage, socket: Duplex, upstream: Duplex) {
    this.#open.add(socket)
    const asking = setInterval(() => {
      this.#ask(upgrade)
        .then(({ token }) => token ?? socket.destroy())
        .catch(() => socket.destroy())
    }, askedEvery)
    const part = () => {
      clearInterval(asking)
      this.#open.delete(socket)
      socket.destroy()
      upstream.destroy()
    }
    for (const end of [socket, upstream]) end.once('close', part).once('error', part)
    socket.pipe(upstream).pipe(socket)
  }
}

const handshake = ({ headers }: IncomingMessage) =>
  Object.fromEntries(
    [
      'sec-websocket-key',
      'sec-websocket-version',
      'sec-websocket-extensions',
      'sec-websocket-protocol',
    ].flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  )

const acceptance = ({ rawHeaders }: IncomingMessage) => {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && /^(?:connection|upgrade|sec-websocket-.*)$/i.test(name)
      ? [`${name}: ${rawHeaders[index + 1]}`]
      : [],
  )
  return ['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n')
}
