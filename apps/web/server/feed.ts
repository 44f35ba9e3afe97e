import type { H3Event } from 'h3'
import { publicApi } from './gateway'

const length = 20

/** The latest articles and what the site is called, for the feeds. */
export async function latestArticles(event: H3Event) {
  const { siteUrl } = useRuntimeConfig(event).public
  const language = getQuery(event).language === 'de' ? ('de' as const) : ('en' as const)
  const home = language === 'de' ? `${siteUrl}/de` : siteUrl
  const api = publicApi(event)
  const [{ data: site }, { data: posts }] = await Promise.all([
    api('cms.site', { query: { language } }),
    api('cms.posts.index', { query: { language, page: 1, perPage: length } }),
  ])
  setHeader(event, 'cache-control', 'public, max-age=0, s-maxage=60')
  const articles = posts.map((post) => ({
    address: `${home}/blog/${post.slug}`,
    title: post.title,
    excerpt: post.excerpt,
    author: post.author?.name,
    subjects: [...(post.category ? [post.category.name] : []), ...post.tags],
    publishedAt: post.publishedAt,
    updatedAt: post.updatedAt,
    image: post.image && `${siteUrl}${post.image.url}&key=social`,
  }))
  return {
    name: site.name,
    description: site.tagline,
    language,
    address: `${home}/blog`,
    self: (file: string) => `${siteUrl}/_site/${file}${language === 'de' ? '?language=de' : ''}`,
    articles,
  }
}
