import type { Image, Post } from '~/api/contract'

interface About {
  description?: string | null
  noIndex?: boolean
  image?: Image | null
  article?: Post
}

/** Title, description, canonical address and the sharing card of a public page. */
export function useSeo(title: string, { description, noIndex, image, article }: About = {}) {
  const { siteUrl } = useRuntimeConfig().public
  const { path, query, name } = useRoute()
  const address = siteUrl + path
  useSeoMeta({
    title,
    description,
    robots: noIndex ? 'noindex' : undefined,
    ogTitle: title,
    ogDescription: description,
    ogUrl: address,
    ogSiteName: 'Gantry',
    ogLocale: region().replace('-', '_'),
    ogType: article ? 'article' : 'website',
    ogImage: image ? `${siteUrl}${image.url}&key=social` : undefined,
    articlePublishedTime: article?.publishedAt,
    articleModifiedTime: article?.updatedAt,
    twitterCard: image ? 'summary_large_image' : 'summary',
  })
  const page = Number(query.page) > 1 ? `?page=${Number(query.page)}` : ''
  const inLanguage = (language: Language) => siteUrl + localHref(pathInEnglish(path), language) + page
  const alternates = [
    { hreflang: 'x-default', href: inLanguage(defaultLanguage) },
    ...languages.map(({ code }) => ({ hreflang: code, href: inLanguage(code) })),
  ].map((link) => ({ rel: 'alternate' as const, ...link }))
  useHead({
    link: [
      { rel: 'canonical', href: address + page },
      ...(hasLanguages({ name }) && !noIndex ? alternates : []),
    ],
  })
  if (article) useStructuredData(articleData(article, address, siteUrl))
}

/** What search engines read of an article, by schema.org. */
const articleData = (article: Post, address: string, siteUrl: string) => ({
  '@type': 'BlogPosting',
  headline: article.title,
  description: article.excerpt,
  mainEntityOfPage: address,
  datePublished: article.publishedAt,
  dateModified: article.updatedAt ?? article.publishedAt,
  ...(article.image && { image: `${siteUrl}${article.image.url}&key=social` }),
  ...(article.author && {
    author: {
      '@type': 'Person',
      name: article.author.name,
      url: `${siteUrl}/blog/author/${article.author.slug}`,
    },
  }),
  publisher: { '@type': 'Organization', name: 'Gantry', url: siteUrl },
  ...(article.tags.length > 0 && { keywords: article.tags }),
})
