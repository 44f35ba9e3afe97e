import { queryCollection } from '@nuxt/content/server'
import { publicApi } from '../../gateway'
import { escapeXml } from '../../xml'

const own = ['/pricing', '/blog', '/docs', '/changelog']

/** Pages and articles of the content system, and what this application holds itself. */
export default defineEventHandler(async (event) => {
  const { siteUrl } = useRuntimeConfig(event).public
  const api = publicApi(event)
  const [{ data: published }, docs] = await Promise.all([
    api('cms.sitemap'),
    queryCollection(event, 'docs').select('path').all(),
  ])
  const known = new Set(published.map(({ path }) => path))
  const files = [...own, ...docs.map(({ path }) => path)].filter((path) => !known.has(path))
  const entries = [...published, ...[...new Set(files)].map((path) => ({ path, updatedAt: null }))]

  setHeader(event, 'content-type', 'application/xml')
  setHeader(event, 'cache-control', 'public, max-age=0, s-maxage=60')
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries
  .flatMap(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : ''
    const english = escapeXml(siteUrl + path)
    const german = escapeXml(siteUrl + `/de${path}`.replace(/\/$/, ''))
    const alternates = [
      `<xhtml:link rel="alternate" hreflang="en" href="${english}"/>`,
      `<xhtml:link rel="alternate" hreflang="de" href="${german}"/>`,
    ].join('')
    return [english, german].map((address) => `<url><loc>${address}</loc>${changed}${alternates}</url>`)
  })
  .join('\n')}
</urlset>
`
})
