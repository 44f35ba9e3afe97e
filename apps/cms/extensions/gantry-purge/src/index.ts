import { publicCollections } from '../../../src/access.ts'
import { PurgeBatch, type Change } from './batch.ts'
import { deliver } from './deliver.ts'

interface Meta {
  collection: string
  key?: string | number
  keys?: (string | number)[]
}

interface Hooks {
  action(event: string, handler: (meta: Meta) => void): void
}

interface Context {
  env: Record<string, unknown>
  logger: { error(message: string): void }
}

const changes: Change[] = ['create', 'update', 'delete']

/** Tells the gateway which public content changed, so that its copies do not outlive it. */
export default function purge({ action }: Hooks, { env, logger }: Context) {
  const target = { url: String(env.GATEWAY_PURGE_URL), secret: String(env.GATEWAY_PURGE_SECRET) }
  const batch = new PurgeBatch((events) =>
    deliver(target, events).catch((error: Error) =>
      logger.error(`The gateway was not told: ${error.message}`),
    ),
  )

  for (const change of changes) {
    action(`items.${change}`, ({ collection, key, keys }) => {
      if (publicCollections.includes(collection))
        batch.add(collection, change, keys ?? (key == null ? [] : [key]))
    })
    action(`files.${change}`, ({ key, keys }) => batch.add('directus_files', change, keys ?? [key ?? '']))
  }
  // An upload finishes with its own event, after the row was made.
  action('files.upload', ({ key }) => batch.add('directus_files', 'create', [key ?? '']))
}
