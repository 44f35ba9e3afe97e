import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Document, type Head, pageDocuments, postDocuments, postHeads } from '#content/search/documents'
import { enqueue } from '#core/queue/queues'

const batch = 100
const table = 'content_documents'

/**
 * Makes the index say what the CMS says: of posts only those are read that have changed, and what is gone goes. Takes the
 * same way on the first run, after every change and where a change was never heard of.
 */
export async function indexContent() {
  const heads = await postHeads()
  const changed = changedOf(heads, await indexed())
  for (let next = 0; next < changed.length; next += batch) {
    const ids = changed.slice(next, next + batch)
    const documents = await postDocuments(ids)
    await db.transaction(async (trx) => {
      await remove(trx, 'posts', (query) => query.whereIn('entry_id', ids))
      await add(trx, documents)
    })
  }

  const pages = await pageDocuments()
  await db.transaction(async (trx) => {
    const ids = heads.map(({ entry_id }) => entry_id)
    await remove(trx, 'posts', (query) => query.whereNotIn('entry_id', ids))
    await remove(trx, 'pages', (query) => query)
    await add(trx, pages)
  })
}

async function indexed(): Promise<Map<string, number>> {
  const rows = (await db.from(table).where({ kind: 'posts' }).select('entry_id', 'changed_at')) as {
    entry_id: string
    changed_at: Date
  }[]
  return new Map(rows.map(({ entry_id, changed_at }) => [entry_id, changed_at.getTime()]))
}

const changedOf = (heads: Head[], known: Map<string, number>) =>
  heads
    .filter(({ entry_id, changed_at }) => known.get(entry_id) !== Date.parse(changed_at))
    .map(({ entry_id }) => entry_id)

type Rows = ReturnType<TransactionClientContract['from']>

const remove = (trx: TransactionClientContract, kind: string, of: (rows: Rows) => Rows) =>
  of(trx.from(table).where({ kind })).delete()

const add = async (trx: TransactionClientContract, documents: Document[]) => {
  if (documents.length > 0) await trx.table(table).multiInsert(documents)
}

const isIndexed = (collection: string) => /^(posts|pages|pages_blocks|block_.+)$/.test(collection)

/** So long a change waits for others, in milliseconds, and stands for all that come meanwhile: the index is read after them. */
const gathering = 1_000

/** Has the index follow a change. */
export async function followChange(collections: string[]) {
  if (!collections.some(isIndexed)) return
  await enqueue('content-index', undefined, {
    delay: gathering,
    deduplication: { id: 'content-index', ttl: gathering },
  })
}
