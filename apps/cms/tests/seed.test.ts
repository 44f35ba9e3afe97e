import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { collections } from '../src/schema/index.ts'
import { seedFiles, seedItems } from '../src/seed/index.ts'

const of = (collection: string) => seedItems.filter((item) => item.collection === collection)

test('every item and every file has a key and an id of its own', () => {
  const keys = [...seedItems, ...seedFiles].map(({ key }) => key)
  const ids = [...seedItems.map(({ data }) => data.id), ...seedFiles.map(({ id }) => id)]
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every field of an item is a field of its collection', () => {
  for (const { collection, data } of seedItems) {
    const { fields } = collections.find(({ name }) => name === collection)!
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(data)))
  }
})

test('every picture is described and small', () => {
  for (const { path, description } of seedFiles) {
    expect(statSync(path).size).toBeLessThan(80_000)
    expect(description.length).toBeGreaterThan(20)
  }
})

test('a post is long enough to say something and short enough to be read', () => {
  expect(of('posts').length).toBeGreaterThanOrEqual(6)
  for (const { data } of of('posts')) {
    const words = String(data.body).split(/\s+/).length
    expect(words, data.slug as string).toBeGreaterThan(600)
    expect(words, data.slug as string).toBeLessThan(1_000)
  }
})

test('links within the site lead somewhere', () => {
  const paths = [
    ...of('pages').map(({ data }) => data.path),
    ...of('posts').map(({ data }) => `/blog/${String(data.slug)}`),
    // Pages that the site brings itself.
    ...['/blog', '/pricing', '/docs', '/docs/architecture', '/changelog', '/register', '/api/docs'],
  ]
  const text = JSON.stringify(seedItems)
  const links = [...text.matchAll(/(?:"href":"|\]\()(\/[^")]*)/g)].map((match) => match[1])
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) expect(paths).toContain(link)
})

test('what is translated stays at its address, and is in German', () => {
  const german = seedItems.filter(({ translationOf }) => translationOf)
  expect(german.map(({ collection }) => collection)).toEqual(
    expect.arrayContaining(['pages', 'posts', 'navigation', 'globals']),
  )
  for (const { collection, data, translationOf } of german) {
    const english = seedItems.find(({ key }) => key === translationOf)!
    const { unique = [] } = collections.find(({ name }) => name === collection)!
    expect(data.language).toBe('de')
    for (const field of unique.filter((name) => name !== 'language'))
      expect(data[field]).toBe(english.data[field])
    expect(data.title ?? data.tagline).not.toBe(english.data.title ?? english.data.tagline)
  }
})
