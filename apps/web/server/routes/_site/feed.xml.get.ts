import { latestArticles } from '../../feed'
import { escapeXml } from '../../xml'

/** RSS 2.0. */
export default defineEventHandler(async (event) => {
  const { name, description, language, address, self, articles } = await latestArticles(event)
  setHeader(event, 'content-type', 'application/rss+xml; charset=utf-8')

  const element = (tag: string, text: string, attributes = '') =>
    `<${tag}${attributes}>${escapeXml(text)}</${tag}>`
  const items = articles.map((article) =>
    [
      '<item>',
      element('title', article.title),
      element('link', article.address),
      element('guid', article.address),
      element('pubDate', new Date(article.publishedAt).toUTCString()),
      element('description', article.excerpt),
      ...(article.author ? [element('dc:creator', article.author)] : []),
      ...article.subjects.map((subject) => element('category', subject)),
      '</item>',
    ].join(''),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${element('title', name)}${element('link', address)}${element('description', description)}${element('language', language)}
<atom:link href="${escapeXml(self('feed.xml'))}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`
})
