import { queryCollection } from '@nuxt/content/server'
import { publicApi } from '../../gateway'
import { escapeXml } from '../../xml'

const own = ['/pricing', '/blog', '/docs', '/changelog']

/** Pages and articles of the content system, and what this application holds itself. */
export default defineEventHandler(async (event) => {
  const { siteUrl } = useRuntimeConfig(event).public
  const api = publicApi(event)
  const [lists, docs] = await Promise.all([
    Promise.all(languages.map(({ code }) => api('cms.sitemap', { query: { language: code } }))),
    queryCollection(event, 'docs').select('path').all(),
  ])
  const known = new Set(lists.flatMap(({ data }) => data.map(({ path }) => path)))
  const ours = new Set([...own, ...docs.map(({ path }) => path)].filter((path) => !known.has(path)))
  const listed = languages.map(({ code }, index) => {
    const entries = [...lists[index]!.data, ...[...ours].map((path) => ({ path, updatedAt: null }))]
    return { code, updated: new Map(entries.map(({ path, updatedAt }) => [path, updatedAt])) }
  })

  /** Where a path is read, in each language that has it. */
  const placesOf = (path: string) =>
    listed
      .filter(({ updated }) => updated.has(path))
      .map(({ code, updated }) => ({
        code,
        address: escapeXml(siteUrl + pathIn(code, path)),
        updatedAt: updated.get(path),
      }))

  setHeader(event, 'content-type', 'application/xml')
  setHeader(event, 'cache-control', 'public, max-age=0, s-maxage=60')
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...known, ...ours]
  .flatMap((path) => {
    const places = placesOf(path)
    const alternates = places
      .map(({ code, address }) => `<xhtml:link rel="alternate" hreflang="${code}" href="${address}"/>`)
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
