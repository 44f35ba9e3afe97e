import type { BlockRow } from '#content/editorial/blocks'
import type { Seo, StoredPost } from '#content/cms/schema'
import type { Language } from '#config/i18n'
import type { Kind } from '#content/validators/entry'

/** A page as Directus stores it: relations are ids. */
export interface StoredPage {
  id: string
  path: string
  language: Language
  title: string
  seo: Seo | null
  blocks: BlockRow[]
  date_created: string
  date_updated: string | null
}

export interface Stored {
  posts: StoredPost
  pages: StoredPage
}

const blockItems = [
  'block_hero',
  'block_rich_text',
  'block_features',
  'block_gallery',
  'block_posts',
  'block_pricing',
  'block_form',
  'block_cta',
].flatMap((collection) => [`blocks.item:${collection}.*`])

/** What each kind of entry is at the CMS, and how the ledger and people call it. */
export const about = {
  posts: {
    noun: 'post',
    address: 'slug',
    addressOf: (row: Partial<StoredPost>) => `/blog/${row.slug ?? ''}`,
    fields: ['*'],
    columns: [
      'title',
      'slug',
      'language',
      'excerpt',
      'body',
      'image',
      'author',
      'category',
      'tags',
      'published_at',
      'seo',
    ],
  },
  pages: {
    noun: 'page',
    address: 'path',
    addressOf: (row: Partial<StoredPage>) => row.path ?? '',
    fields: [
      '*',
      'blocks.id',
      'blocks.sort',
      'blocks.collection',
      ...blockItems,
      'blocks.item:block_gallery.images.*',
    ],
    columns: ['title', 'path', 'language', 'seo', 'blocks'],
  },
} as const satisfies Record<Kind, object>
