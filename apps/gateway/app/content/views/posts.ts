import cache from '@adonisjs/cache/services/main'
import { aggregate, readItems } from '@directus/sdk'
import { reader } from '#content/cms/client'
import type { Category, Post, PostsBlock } from '#content/cms/schema'
import { postFields, summaryFields } from '#content/views/fields'

export const postListTags = ['posts', 'authors', 'categories', 'directus_files']

export interface PostFilter {
  page: number
  perPage: number
  category?: string
  author?: string
  tag?: string
}

export async function loadPosts({ page, perPage, category, author, tag }: PostFilter) {
  const tagged = tag ? await idsTagged(tag) : null
  // Directus refuses an empty list.
  if (tagged?.length === 0) return { posts: [], total: 0 }

  const filter = {
    ...visible(),
    ...(category && { category: { slug: { _eq: category } } }),
    ...(author && { author: { slug: { _eq: author } } }),
    ...(tagged && { id: { _in: tagged } }),
  }
  const [posts, counted] = await Promise.all([
    reader.request(
      readItems('posts', {
        fields: summaryFields,
        filter,
        sort: ['-published_at', 'id'],
        page,
        limit: perPage,
      }),
    ),
    reader.request(aggregate('posts', { aggregate: { count: '*' }, query: { filter } })),
  ])
  return { posts, total: Number(counted[0]?.count ?? 0) }
}

/** What has its date ahead is not for visitors yet; whoever may publish sets a time, the Studio a date. */
export const visible = (): { published_at: object } => ({ published_at: { _lte: '$NOW' } })

/** A line of every post, the newest first: read once for all articles that a change makes anew. */
const heads = () =>
  cache
    .getOrSet({
      key: 'posts:heads',
      ttl: '10m',
      tags: ['posts', 'categories'],
      factory: () =>
        reader.request(
          readItems('posts', {
            fields: ['id', 'slug', 'title', 'tags', { category: ['id'] }],
            filter: visible(),
            sort: ['-published_at', 'id'],
            limit: -1,
          }),
        ),
    })
    .catch((error: Error) => {
      throw error.cause ?? error
    })

/** Directus cannot filter by what a list of tags contains. */
async function idsTagged(tag: string) {
  const posts = await heads()
  return posts.filter(({ tags }) => tags?.includes(tag)).map(({ id }) => id)
}

export type Neighbour = Pick<Post, 'slug' | 'title'>

const relatedPosts = 3

/** What to read after a post: its neighbours in time, and others on its subject. */
export async function loadAround(post: Post) {
  const posts = await heads()
  const place = posts.findIndex(({ id }) => id === post.id)
  const ids = mostAlike(post, posts)
  return {
    next: posts[place - 1] ?? null,
    previous: posts[place + 1] ?? null,
    related: ids.length > 0 ? await loadSummaries(ids) : [],
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
  const posts = await reader.request(
    readItems('posts', { fields: summaryFields, filter: { ...visible(), id: { _in: ids } } }),
  )
  return posts.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

export const latestPosts = ({ category, limit }: Pick<PostsBlock, 'category' | 'limit'>) =>
  reader.request(
    readItems('posts', {
      fields: summaryFields,
      filter: { ...visible(), ...(category && { category: { id: { _eq: category } } }) },
      sort: ['-published_at', 'id'],
      limit,
    }),
  )

export async function loadPost(slug: string) {
  const [post] = await reader.request(
    readItems('posts', { fields: postFields, filter: { ...visible(), slug: { _eq: slug } }, limit: 1 }),
  )
  return post
}
