import type { ApplicationService } from '@adonisjs/core/types'

/** Lets open pages hear what is published, wherever that was done. */
export default class ContentChangesProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { hearOthers } = await import('#content/live/changes')
    hearOthers()
  }

  async shutdown() {
    const { endStreams } = await import('#content/live/streams')
    endStreams()
  }
}
