import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import env from '#start/env'

/** A second listener on the same routes, for callers inside: nginx has no upstream for it. */
export default class InternalListenerProvider {
  #listener?: Server

  constructor(protected app: ApplicationService) {}

  async ready() {
    const server = await this.app.container.make('server')
    this.#listener = createServer(server.handle.bind(server))
    this.#listener.listen(env.get('INTERNAL_PORT'), env.get('HOST'))
    await once(this.#listener, 'listening')
  }

  async shutdown() {
    this.#listener?.close()
    this.#listener?.closeIdleConnections()
  }
}
