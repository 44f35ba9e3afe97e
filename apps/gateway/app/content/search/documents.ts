import { readItems } from '@directus/sdk'
import type { Language } from '#config/i18n'
import { reader } from '#content/cms/client'
import type { Page, PageBlock, Post, Seo } from '#content/cms/schema'
import { toText } from '#content/markdown'
import type { Kind } from '#content/validators/entry'

/** What can be found: an entry that visitors see, as plain text. */
export interface Document {
  kind: Kind
  entry_id: string
  language: Language
  address: string
  title: string
  excerpt: string
  tags: string[]
  body: string
  /** A post may have its date ahead. */
  visible_from: string
  changed_at: string
}

/** An entry before its text is read: enough to tell whether it has changed. */
export type Head = Pick<Document, 'entry_id' | 'changed_at'>

interface Dated {
  date_created: string
  date_updated: string | null
}

const isListed = ({ seo }: { seo: Seo | null }) => !seo?.noIndex

const changedAt = ({ date_created, date_updated }: Dated) => date_updated ?? date_created

/** Every post that search engines may list as well. */
export async function postHeads(): Promise<Head[]> {
  const posts = await reader.request(
    readItems('posts', { fields: ['id', 'seo', 'date_created', 'date_updated'], limit: -1 }),
  )
  return posts.filter(isListed).map((post) => ({ entry_id: post.id, changed_at: changedAt(post) }))
}

const postFields = [
  'id',
  'slug',
  'language',
  'title',
  'excerpt',
  'body',
  'tags',
  'published_at',
  'date_created',
  'date_updated',
] as const

export async function postDocuments(ids: string[]): Promise<Document[]> {
  const posts = await reader.request(
    readItems('posts', { fields: postFields, filter: { id: { _in: ids } }, limit: -1 }),
  )
  return posts.map((post: Pick<Post, (typeof postFields)[number]>) => ({
    kind: 'posts',
    entry_id: post.id,
    language: post.language,
    address: `/blog/${post.slug}`,
    title: post.title,
    excerpt: post.excerpt ?? '',
    tags: post.tags ?? [],
    body: toText(post.body ?? ''),
    visible_from: post.published_at,
    changed_at: changedAt(post),
  }))
}

/** Every page that search engines may list as well. A page does not know when one of its blocks changed, so all are read. */
export async function pageDocuments(): Promise<Document[]> {
  const pages = (await reader.request(
    readItems('pages', {
      fields: ['*', { blocks: ['collection', { item: ['*'] }] }] as never,
      deep: { blocks: { _sort: ['sort'], _limit: -1 } } as never,
      limit: -1,
    }),
  )) as unknown as Page[]
  return pages.filter(isListed).map((page) => ({
    kind: 'pages',
    entry_id: page.id,
    language: page.language,
    address: page.path,
    title: page.title,
    excerpt: page.seo?.description ?? '',
    tags: [],
    body: page.blocks.map(textOf).join('\n'),
    visible_from: page.date_created,
    changed_at: changedAt(page),
  }))
}

/** What people read in a block, whatever its type: its other values are ids, icons and addresses. */
const readable = new Set([
  'eyebrow',
  'title',
  'text',
  'body',
  'footnote',
  'items',
  'quote',
  'question',
  'answer',
])

const textOf = ({ item }: PageBlock) => wordsIn(item).map(toText).join('\n')

const wordsIn = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
    if (!readable.has(name)) return []
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? (value as object[]).flatMap(wordsIn) : []
  })
