const countless = languages.flatMap(({ code }) =>
  ['/docs/search', '/search'].map((path) => pathIn(code, path)),
)

/** What is for people who have signed in, and pages that are another for every question, are nothing to list. */
export default defineEventHandler((event) => {
  const { siteUrl } = useRuntimeConfig(event).public
  setHeader(event, 'content-type', 'text/plain; charset=utf-8')
  setHeader(event, 'cache-control', 'public, max-age=3600')
  return `User-agent: *
Disallow: /api/
Disallow: /dashboard
Disallow: /admin
${countless.map((path) => `Disallow: ${path}`).join('\n')}
Allow: /api/cms/assets/

Sitemap: ${siteUrl}/_site/sitemap.xml
`
})
