/** What a field holds, which decides how it is asked for, filtered and shown. */
export type Kind = 'id' | 'text' | 'markdown' | 'moment' | 'list' | 'image' | 'seo' | 'blocks'

export interface Field {
  kind: Kind
  /** Its column, where that is not the name in snake case. */
  column?: string
  filter?: true
  sort?: true
  /** `search` looks here. */
  search?: true
}

export interface Relation {
  to: string
  /** Several, in the order of the other collection; they are shown but not filtered by. */
  many?: true
}

export interface Collection {
  /** Its name in GraphQL. */
  type: string
  /** Reached by a relation, not asked for itself. */
  inner?: true
  /** What visitors may see of it, as Directus filters. */
  visible?: Record<string, object>
  /** Columns, where nothing else is asked for. */
  order: string[]
  fields: Record<string, Field>
  relations?: Record<string, Relation>
}

const id: Field = { kind: 'id', filter: true }
const slug: Field = { kind: 'text', filter: true }
const language: Field = { kind: 'text', filter: true, sort: true }
const name: Field = { kind: 'text', filter: true, sort: true, search: true }
const words: Field = { kind: 'text', search: true }

/**
 * What programs may read of the content, by REST and by GraphQL. What is not listed here does not exist for them: no other
 * collection, field, relation, filter or order. Blocks come with their page alone, for those of drafts lie in the same tables.
 */
export const collections: Record<string, Collection> = {
  posts: {
    type: 'Post',
    visible: { published_at: { _lte: '$NOW' } },
    order: ['-published_at', 'id'],
    fields: {
      id,
      slug,
      language,
      title: name,
      excerpt: words,
      body: { kind: 'markdown', search: true },
      image: { kind: 'image' },
      tags: { kind: 'list' },
      seo: { kind: 'seo' },
      publishedAt: { kind: 'moment', filter: true, sort: true },
      updatedAt: { kind: 'moment', column: 'date_updated', filter: true, sort: true },
    },
    relations: { author: { to: 'authors' }, category: { to: 'categories' } },
  },
  pages: {
    type: 'Page',
    // Of one address English first.
    order: ['path', '-language'],
    fields: {
      id,
      path: { kind: 'text', filter: true, sort: true },
      language,
      title: name,
      seo: { kind: 'seo' },
      blocks: { kind: 'blocks' },
      createdAt: { kind: 'moment', column: 'date_created', filter: true, sort: true },
      updatedAt: { kind: 'moment', column: 'date_updated', filter: true, sort: true },
    },
  },
  authors: {
    type: 'Author',
    order: ['name', 'id'],
    fields: { id, slug, name, title: words, bio: words, avatar: { kind: 'image' } },
    relations: { posts: { to: 'posts', many: true } },
  },
  categories: {
    type: 'Category',
    order: ['sort', 'name', 'id'],
    fields: { id, slug, name, description: words },
    relations: { posts: { to: 'posts', many: true } },
  },
  navigation: {
    type: 'Navigation',
    order: ['key', '-language'],
    fields: { id, key: slug, language, title: name },
    relations: { items: { to: 'navigation_items', many: true } },
  },
  navigation_items: {
    type: 'NavigationItem',
    inner: true,
    order: ['sort', 'id'],
    fields: { id, label: name, href: { kind: 'text' }, description: { kind: 'text' } },
    relations: { page: { to: 'pages' }, children: { to: 'navigation_items', many: true } },
  },
}

/** How much one question may ask for. */
export const most = {
  /** Items of a list, and how many where nothing is said. */
  limit: 50,
  defaultLimit: 12,
  page: 1_000,
  /** Pages with their blocks, each of which may be made of several more questions. */
  withBlocks: 10,
  /** Items of a relation to many. */
  related: 20,
  /** Relations in a row: `author.posts.title` is two. */
  depth: 2,
  fields: 50,
  conditions: 10,
  sorts: 3,
  /** Values of `in`. */
  values: 20,
  valueLength: 200,
  /** Of the query of an address, of a GraphQL document and of its variables. */
  characters: 4_000,
} as const

/** What else a GraphQL document may have. */
export const mostOfDocument = {
  tokens: 500,
  /** Questions to Directus, each with an answer of its own. */
  roots: 5,
  aliases: 10,
  directives: 10,
  /** Once its fragments are written out. */
  fields: 150,
  depth: 7,
} as const
