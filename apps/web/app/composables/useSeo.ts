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
  const address = siteUrl + useRoute().path
  useSeoMeta({
    title,
    description,
    robots: noIndex ? 'noindex' : undefined,
    ogTitle: title,
    ogDescription: description,
    ogUrl: address,
    ogSiteName: 'Gantry',
    ogType: article ? 'article' : 'website',
    ogImage: image ? `${siteUrl}${image.url}&key=social` : undefined,
    articlePublishedTime: article?.publishedAt,
    articleModifiedTime: article?.updatedAt,
    twitterCard: image ? 'summary_large_image' : 'summary',
  })
  useHead({ link: [{ rel: 'canonical', href: address }] })
}
