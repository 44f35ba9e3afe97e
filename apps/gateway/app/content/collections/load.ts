import { aggregate, readItems } from '@directus/sdk'
import { collections, most } from '#config/collections'
import { reader } from '#content/cms/client'
import type { Page } from '#content/cms/schema'
import { columnOf, toColumn } from '#content/collections/listed'
import type { Read, Selection } from '#content/collections/read'
import { type Row, show } from '#content/collections/show'
import { fileFields } from '#content/views/fields'
import { blockFields, pageTags, postsIn } from '#content/views/page'

/** What Directus has on a question, as programs are shown it, and what that was made of. */
export async function load({ collection, selection, filter, sort, limit, page, tags }: Read) {
  const { visible } = collections[collection]!
  const narrowed = { filter: { _and: [...(visible ? [visible] : []), ...filter] } }
  const query = {
    fields: fieldsOf(collection, selection),
    deep: deepOf(collection, selection),
    sort,
    limit,
    page,
    ...narrowed,
  }
  // The SDK's types are for a query that is written out; this one is made of what is listed.
  const [rows, counted] = await Promise.all([
    reader.request(readItems(collection as 'posts', query as never)) as Promise<Row[]>,
    reader.request(aggregate(collection as 'posts', { aggregate: { count: '*' }, query: narrowed as never })),
  ])
  const pages = selection.fields.includes('blocks') ? (rows as unknown as Page[]) : []
  const posts = await Promise.all(pages.map(({ blocks, language }) => postsIn(blocks, language)))
  return {
    items: rows.map((row) => show(collection, selection, row, new Map(posts.flatMap((one) => [...one])))),
    total: Number(counted[0]?.count ?? 0),
    tags: [...tags, ...pages.flatMap(pageTags)],
  }
}

function fieldsOf(collection: string, { fields, relations }: Selection, before = ''): (string | object)[] {
  const about = collections[collection]!
  return [
    ...fields.flatMap((name): (string | object)[] => {
      const { kind } = about.fields[name]!
      const column = columnOf(about.fields, name)
      if (kind === 'blocks')
        return ['language', { [column]: ['id', 'sort', 'collection', { item: blockFields }] }]
      if (kind === 'image') return fileFields.map((field) => `${before}${column}.${field}`)
      return [`${before}${column}`]
    }),
    ...Object.entries(relations).flatMap(([name, selection]) =>
      fieldsOf(about.relations![name]!.to, selection, `${before}${toColumn(name)}.`),
    ),
  ]
}

/** What is hidden from visitors is so behind a relation, too. */
function deepOf(collection: string, { fields, relations }: Selection): object {
  const about = collections[collection]!
  return {
    ...(fields.includes('blocks') && { blocks: { _sort: ['sort'], _limit: -1 } }),
    ...Object.fromEntries(
      Object.entries(relations).map(([name, selection]) => {
        const { to, many } = about.relations![name]!
        const { order, visible } = collections[to]!
        const listed = many && { _sort: order, _limit: most.related, ...(visible && { _filter: visible }) }
        return [toColumn(name), { ...listed, ...deepOf(to, selection) }]
      }),
    ),
  }
}
