import { queryCollectionSearchSections } from '@nuxt/content/server'
import { z } from 'zod'

const query = z.object({ q: z.string().trim().max(100).default('') })

const count = (text: string, word: string) => text.toLowerCase().split(word).length - 1

/** Sections that hold every word, those that name it in their title first. */
export default defineEventHandler(async (event) => {
  const { q } = await getValidatedQuery(event, query.parse)
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (!words.length) return []
  const sections = await queryCollectionSearchSections(event, 'docs')
  return sections
    .map(({ id, title, titles, content }) => ({
      href: id,
      title,
      page: titles[0] ?? null,
      excerpt: excerpt(content, words[0] ?? ''),
      score: words.map((word) => count(title, word) * 10 + count(content, word)),
    }))
    .filter(({ score }) => score.every((points) => points > 0))
    .sort((a, b) => sum(b.score) - sum(a.score))
    .slice(0, 20)
    .map(({ score: _, ...hit }) => hit)
})

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

function excerpt(content: string, word: string) {
  const at = Math.max(0, content.toLowerCase().indexOf(word) - 60)
  const start = at === 0 ? 0 : content.indexOf(' ', at) + 1
  return (
    (start ? '… ' : '') +
    content.slice(start, start + 180).trim() +
    (content.length > start + 180 ? ' …' : '')
  )
}
