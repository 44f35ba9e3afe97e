import type { H3Event } from 'h3'
import { publicApi } from './gateway'

const length = 20

/** The latest articles and what the site is called, for the feeds. */
export async function latestArticles(event: H3Event) {
  const { siteUrl } = useRuntimeConfig(event).public
  const asked = getQuery(event).language
  const language = languages.find(({ code }) => code === asked)?.code ?? defaultLanguage
  const api = publicApi(event)
  const [{ data: site }, { data: posts }] = await Promise.all([
    api('cms.site', { query: { language } }),
    api('cms.posts.index', { query: { language, page: 1, perPage: length } }),
  ])
  setHeader(event, 'cache-control', 'public, max-age=0, s-maxage=60')
  const articles = posts.map((post) => ({
    address: siteUrl + pathIn(language, `/blog/${post.slug}`),
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
    address: siteUrl + pathIn(language, '/blog'),
    self: (file: string) => siteUrl + feedIn(language, file),
    articles,
  }
}
