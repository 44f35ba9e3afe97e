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

/** About 180 characters around the first hit, cut between words. */
function excerpt(content: string, word: string) {
  const words = content.split(/\s+/)
  const hit = words.findIndex((candidate) => candidate.toLowerCase().includes(word))
  const start = Math.max(0, hit - 8)
  const end = start + 28
  return [start > 0 && '…', ...words.slice(start, end), end < words.length && '…'].filter(Boolean).join(' ')
}
