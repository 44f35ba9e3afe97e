/** Title, description, canonical address and the sharing card of a public page. */
export function useSeo(title: string, description?: string | null) {
  const { siteUrl } = useRuntimeConfig().public
  const address = siteUrl + useRoute().path
  useSeoMeta({
    title,
    description,
    ogTitle: title,
    ogDescription: description,
    ogUrl: address,
    ogSiteName: 'Gantry',
    ogType: 'website',
    twitterCard: 'summary',
  })
  useHead({ link: [{ rel: 'canonical', href: address }] })
}
