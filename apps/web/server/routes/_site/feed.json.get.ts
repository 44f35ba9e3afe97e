import { latestArticles } from '../../feed'

/** JSON Feed 1.1. */
export default defineEventHandler(async (event) => {
  const { name, description, language, address, self, articles } = await latestArticles(event)
  setHeader(event, 'content-type', 'application/feed+json; charset=utf-8')
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    description,
    language,
    home_page_url: address,
    feed_url: self('feed.json'),
    items: articles.map((article) => ({
      id: article.address,
      url: article.address,
      title: article.title,
      content_text: article.excerpt,
      date_published: article.publishedAt,
      ...(article.updatedAt && { date_modified: article.updatedAt }),
      ...(article.image && { image: article.image }),
      ...(article.author && { authors: [{ name: article.author }] }),
      tags: article.subjects,
    })),
  }
})
