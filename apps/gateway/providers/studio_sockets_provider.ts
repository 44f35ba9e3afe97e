import type { Server } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import type { Upgrades } from '#content/studio/upgrades'

/** Lets websockets in; the framework's server knows requests only. */
export default class StudioSocketsProvider {
  #upgrades?: Upgrades

  constructor(protected app: ApplicationService) {}

  async ready() {
    const server = await this.app.container.make('server')
    const { Upgrades } = await import('#content/studio/upgrades')
    this.#upgrades = new Upgrades(server.handle.bind(server))
    this.#upgrades.listen(server.getNodeServer() as Server)
  }

  shutdown() {
    this.#upgrades?.close()
  }
}
