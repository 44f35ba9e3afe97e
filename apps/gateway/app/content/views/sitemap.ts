import { readItems } from '@directus/sdk'
import { reader } from '#content/cms/client'
import { visible } from '#content/views/posts'

export const sitemapTags = ['pages', 'posts']

const fields = ['seo', 'date_created', 'date_updated'] as const

export async function loadSitemap() {
  const [pages, posts] = await Promise.all([
    reader.request(readItems('pages', { fields: ['path', ...fields], sort: ['path'], limit: -1 })),
    reader.request(
      readItems('posts', {
        fields: ['slug', ...fields],
        filter: visible(),
        sort: ['-published_at'],
        limit: -1,
      }),
    ),
  ])
  return [...pages, ...posts.map(({ slug, ...post }) => ({ ...post, path: `/blog/${slug}` }))].filter(
    ({ seo }) => !seo?.noIndex,
  )
}
