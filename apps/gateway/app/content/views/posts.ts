import { aggregate, readItems } from '@directus/sdk'
import { reader } from '#content/cms/client'
import type { PostsBlock } from '#content/cms/schema'
import { postFields, summaryFields } from '#content/views/fields'

export const postListTags = ['posts', 'authors', 'categories', 'directus_files']

export interface PostFilter {
  page: number
  perPage: number
  category?: string
  tag?: string
}

export async function loadPosts({ page, perPage, category, tag }: PostFilter) {
  const tagged = tag ? await idsTagged(tag) : null
  // Directus refuses an empty list.
  if (tagged?.length === 0) return { posts: [], total: 0 }

  const filter = {
    ...visible(),
    ...(category && { category: { slug: { _eq: category } } }),
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

/** Directus cannot filter by what a list of tags contains. */
async function idsTagged(tag: string) {
  const posts = await reader.request(readItems('posts', { fields: ['id', 'tags'], limit: -1 }))
  return posts.filter(({ tags }) => tags?.includes(tag)).map(({ id }) => id)
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
