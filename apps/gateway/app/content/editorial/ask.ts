import { customEndpoint, type RestCommand } from '@directus/sdk'
import type User from '#accounts/models/user'
import { asEditor } from '#content/cms/editor'
import { explainRefusal } from '#content/cms/refusal'
import type { CmsSchema } from '#content/cms/schema'

/** Asks the CMS in the name of one of our people. */
export class Ask {
  constructor(private person: User) {}

  send<Output>(command: RestCommand<Output, CmsSchema>) {
    return asEditor(this.person, command).catch(explainRefusal)
  }

  read<Output>(path: string, query: object) {
    return this.send<Output>(customEndpoint({ path, method: 'GET', params: query as never }))
  }

  write<Output>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
    return this.send<Output>(customEndpoint({ path, method, ...(body && { body: JSON.stringify(body) }) }))
  }
}
