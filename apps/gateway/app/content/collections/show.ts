import { collections, type Kind } from '#config/collections'
import type { File, PageBlock, Seo } from '#content/cms/schema'
import { columnOf, toColumn } from '#content/collections/listed'
import type { Selection } from '#content/collections/read'
import { toHtml } from '#content/markdown'
import { block } from '#content/transformers/block'
import { image } from '#content/transformers/image'
import type { PostSummary } from '#content/transformers/post_summary_transformer'
import { seo } from '#content/transformers/seo'

export type Row = Record<string, unknown>

type Posts = Map<string, PostSummary[]>

/** A row as the named endpoints would show what of it is wanted. */
export function show(collection: string, { fields, relations }: Selection, row: Row, posts: Posts): Row {
  const about = collections[collection]!
  return {
    ...Object.fromEntries(
      fields.map((name) => [name, shown[about.fields[name]!.kind](row[columnOf(about.fields, name)], posts)]),
    ),
    ...Object.fromEntries(
      Object.entries(relations).map(([name, selection]) => {
        const { to, many } = about.relations![name]!
        const related = row[toColumn(name)] as Row | Row[] | null
        const items = [related ?? []].flat().map((item) => show(to, selection, item, posts))
        return [name, many ? items : (items[0] ?? null)]
      }),
    ),
  }
}

const asIs = (value: unknown) => value ?? null

const shown: Record<Kind, (value: unknown, posts: Posts) => unknown> = {
  id: asIs,
  text: asIs,
  moment: asIs,
  markdown: (value) => toHtml((value as string | null) ?? ''),
  list: (value) => value ?? [],
  image: (value) => image(value as File | null),
  seo: (value) => seo(value as Seo | null),
  blocks: (value, posts) =>
    (value as PageBlock[]).flatMap((entry) => block(entry, posts.get(entry.id) ?? []) ?? []),
}
