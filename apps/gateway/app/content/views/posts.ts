import cache from '@adonisjs/cache/services/main'
import { readItems } from '@directus/sdk'
import type { Language } from '#config/i18n'
import { reader } from '#content/cms/client'
import type { Category, Post, PostsBlock } from '#content/cms/schema'
import { postFields, summaryFields } from '#content/views/fields'
import { preferred, readIn } from '#content/views/language'

export const postListTags = ['posts', 'authors', 'categories', 'directus_files']

export interface PostFilter {
  language: Language
  page: number
  perPage: number
  category?: string
  author?: string
  tag?: string
}

export async function loadPosts({ language, page, perPage, category, author, tag }: PostFilter) {
  const posts = (await shelf(language)).filter(
    (post) =>
      (!category || post.category?.slug === category) &&
      (!author || post.author?.slug === author) &&
      (!tag || post.tags?.includes(tag)),
  )
  const shown = posts.slice((page - 1) * perPage, page * perPage)
  return { posts: await loadSummaries(shown.map(({ id }) => id)), total: posts.length }
}

/** What has its date ahead is not for visitors yet; whoever may publish sets a time, the Studio a date. */
export const visible = (): { published_at: object } => ({ published_at: { _lte: '$NOW' } })

/** A line of every post, the newest first: read once for all lists and articles that a change makes anew. */
const heads = () =>
  cache
    .getOrSet({
      key: 'posts:heads',
      ttl: '10m',
      tags: ['posts', 'authors', 'categories'],
      factory: () =>
        reader.request(
          readItems('posts', {
            fields: [
              'id',
              'slug',
              'language',
              'title',
              'tags',
              'published_at',
              { author: ['slug'] },
              { category: ['id', 'slug'] },
            ],
            sort: ['-published_at', 'id'],
            limit: -1,
          }),
        ),
    })
    .catch((error: Error) => {
      throw error.cause ?? error
    })

/** Every post that visitors see in a language, the newest first. */
async function shelf(language: Language) {
  const now = Date.now()
  const posts = (await heads()).filter(({ published_at }) => Date.parse(published_at) <= now)
  return preferred(posts, language, ({ slug }) => slug)
}

export type Neighbour = Pick<Post, 'slug' | 'language' | 'title'>

const relatedPosts = 3

/** What to read after a post: its neighbours in time, and others on its subject. */
export async function loadAround(post: Post, language: Language) {
  const posts = await shelf(language)
  const place = posts.findIndex(({ id }) => id === post.id)
  return {
    next: posts[place - 1] ?? null,
    previous: posts[place + 1] ?? null,
    related: await loadSummaries(mostAlike(post, posts)),
  }
}

type Subject = Pick<Post, 'id' | 'tags'> & { category: Pick<Category, 'id'> | null }

/** A common tag says more than a common category; of equals the newer comes first. */
function mostAlike(post: Subject, others: Subject[]) {
  const tags = new Set(post.tags)
  const likeness = (other: Subject) =>
    2 * (other.tags ?? []).filter((tag) => tags.has(tag)).length +
    Number(post.category !== null && other.category?.id === post.category.id)
  return others
    .filter((other) => other.id !== post.id && likeness(other) > 0)
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, relatedPosts)
    .map(({ id }) => id)
}

async function loadSummaries(ids: string[]) {
  // Directus refuses an empty list.
  if (ids.length === 0) return []
  const posts = await reader.request(
    readItems('posts', { fields: summaryFields, filter: { ...visible(), id: { _in: ids } }, limit: -1 }),
  )
  return posts.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

export async function latestPosts(
  { category, limit }: Pick<PostsBlock, 'category' | 'limit'>,
  language: Language,
) {
  const posts = (await shelf(language)).filter((post) => !category || post.category?.id === category)
  return loadSummaries(posts.slice(0, limit).map(({ id }) => id))
}

export async function loadPost(slug: string, language: Language) {
  const posts = await reader.request(
    readItems('posts', {
      fields: postFields,
      filter: { ...visible(), slug: { _eq: slug }, ...readIn(language) },
    }),
  )
  return preferred(posts, language, () => slug)[0]
}
