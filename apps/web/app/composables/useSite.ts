import type { Site } from '~/api/contract'

const link = (label: string, href: string) => ({ label, href, description: null, children: [] })

/** What the pages show while the content system has never answered: the routes the application itself serves. */
const own: Site = {
  name: 'Gantry',
  tagline: 'A self-hosted foundation for software that is sold by subscription.',
  description: '',
  image: null,
  footerText: null,
  contactEmail: null,
  social: [],
  categories: [],
  navigation: {
    header: [
      link('Docs', '/docs'),
      link('Blog', '/blog'),
      link('Pricing', '/pricing'),
      link('Changelog', '/changelog'),
    ],
    footer: [],
  },
}

export async function useSite() {
  const api = useApi()
  const { data } = await useAsyncData(
    'site',
    spare(() => api('cms.site').then(({ data }) => data), own),
  )
  return data as Ref<Site>
}
