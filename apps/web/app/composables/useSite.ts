import type { Site } from '~/api/contract'

const link = (label: string, href: string) => ({ label, href, description: null, children: [] })

/** What the pages show while the content system has never answered: the routes the application itself serves. */
const own = (): Site => ({
  name: 'Gantry',
  tagline: t('shared.frame.tagline'),
  description: '',
  image: null,
  footerText: null,
  contactEmail: null,
  social: [],
  categories: [],
  navigation: {
    header: [
      link(t('shared.frame.docs'), '/docs'),
      link(t('shared.frame.blog'), '/blog'),
      link(t('shared.frame.pricing'), '/pricing'),
      link(t('shared.frame.changelog'), '/changelog'),
    ],
    footer: [],
  },
})

export async function useSite() {
  const api = useApi()
  const language = useLanguage().value
  const { data } = await useAsyncData(
    `site:${language}`,
    spare(() => api('cms.site', { query: { language } }).then(({ data }) => data), own()),
  )
  return data as Ref<Site>
}
