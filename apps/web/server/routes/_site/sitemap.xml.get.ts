import { queryCollection } from '@nuxt/content/server'
import { publicApi } from '../../gateway'
import { escapeXml } from '../../xml'

const own = ['/pricing', '/blog', '/docs', '/changelog']

/** Pages and articles of the content system, and what this application holds itself. */
export default defineEventHandler(async (event) => {
  const { siteUrl } = useRuntimeConfig(event).public
  const api = publicApi(event)
  const [{ data: english }, { data: german }, docs] = await Promise.all([
    api('cms.sitemap', { query: { language: 'en' } }),
    api('cms.sitemap', { query: { language: 'de' } }),
    queryCollection(event, 'docs').select('path').all(),
  ])
  const known = new Set(german.map(({ path }) => path))
  const files = [...own, ...docs.map(({ path }) => path)].filter((path) => !known.has(path))
  const ours = [...new Set(files)].map((path) => ({ path, updatedAt: null }))
  const inEnglish = new Map([...english, ...ours].map((entry) => [entry.path, entry]))

  setHeader(event, 'content-type', 'application/xml')
  setHeader(event, 'cache-control', 'public, max-age=0, s-maxage=60')
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...german, ...ours]
  .flatMap((entry) => {
    const translated = inEnglish.get(entry.path)
    const places = [
      ...(translated ? [{ ...translated, language: 'en', address: siteUrl + entry.path }] : []),
      { ...entry, language: 'de', address: siteUrl + `/de${entry.path}`.replace(/\/$/, '') },
    ].map((place) => ({ ...place, address: escapeXml(place.address) }))
    const alternates = places
      .map(
        ({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`,
      )
      .join('')
    return places.map(({ address, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : ''
      return `<url><loc>${address}</loc>${changed}${alternates}</url>`
    })
  })
  .join('\n')}
</urlset>
`
})
