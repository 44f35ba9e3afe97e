import type { ApplicationService } from '@adonisjs/core/types'

/** Lets open pages hear what is published, wherever that was done. */
export default class ContentChangesProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { hearOthers } = await import('#content/live/changes')
    const { endStreams } = await import('#content/live/streams')
    hearOthers()
    // Before the server is closed, which waits for every connection: those of open pages never end by themselves.
    this.app.terminating(endStreams)
  }
}
