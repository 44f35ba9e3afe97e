import { readItems } from '@directus/sdk'
import type { Language } from '#config/i18n'
import { reader } from '#content/cms/client'
import { preferred } from '#content/views/language'
import { visible } from '#content/views/posts'

export const sitemapTags = ['pages', 'posts', 'authors', 'categories']

const fields = ['language', 'seo', 'date_created', 'date_updated'] as const

/** Addresses without a date change with whatever is listed there. */
export interface Location {
  path: string
  updatedAt: string | null
}

export async function loadSitemap(language: Language): Promise<Location[]> {
  const [pages, posts] = await Promise.all([
    reader.request(readItems('pages', { fields: ['path', ...fields], sort: ['path'], limit: -1 })),
    reader.request(
      readItems('posts', {
        fields: ['slug', { author: ['slug'] }, { category: ['slug'] }, ...fields],
        filter: visible(),
        sort: ['-published_at'],
        limit: -1,
      }),
    ),
  ])
  const entries = [...pages, ...posts.map(({ slug, ...post }) => ({ ...post, path: `/blog/${slug}` }))]
  const lists = posts.flatMap(({ author, category }) => [
    ...(author ? [`/blog/author/${author.slug}`] : []),
    ...(category ? [`/blog/category/${category.slug}`] : []),
  ])
  return [
    ...preferred(entries, language, ({ path }) => path)
      .filter(({ seo }) => !seo?.noIndex)
      .map(({ path, date_created, date_updated }) => ({ path, updatedAt: date_updated ?? date_created })),
    ...[...new Set(lists)].toSorted().map((path) => ({ path, updatedAt: null })),
  ]
}
