import type { Seo } from '#content/cms/schema'

/** What editors wrote for search engines; a key left out is null. */
export const seo = (seo: Seo | null) => ({
  title: seo?.title || null,
  description: seo?.description || null,
  image: seo?.image || null,
  noIndex: seo?.noIndex ?? false,
})
