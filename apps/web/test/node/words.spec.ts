import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { areasOf } from '../../i18n/areas.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(root + file, 'utf8')

type Words = { [key: string]: string | Words }

const flat = (words: Words, prefix: string): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[`${prefix}.${key}`, word]] : flat(word, `${prefix}.${key}`),
  )

/** All words of a language by their key, which begins with the name of their file. */
function wordsOf(language: string) {
  const files = globSync(`i18n/locales/${language}/*.json`, { cwd: root })
  return new Map(files.flatMap((file) => flat(JSON.parse(read(file)), basename(file, '.json'))))
}

const english = wordsOf('en')
const german = wordsOf('de')

const placeholders = (word: string) => new Set([...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
const forms = (word: string) => word.split(' | ').length

/** `t('…')` and `keypath="…"`; a `${…}` stands for any one part of a key. */
const use = /(?:(?<![\w.])\$?t\(\s*|keypath=")(?:'([^']+)'|`([^`]+)`|([\w.]+)")/g

const uses = globSync('app/**/*.{vue,ts}', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(use)].map((match) => ({ file, key: match.slice(1).find(Boolean)! })),
)
const pattern = (key: string) =>
  new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[^.]+')}$`)

function found(key: string) {
  if (!key.includes('${')) return english.has(key)
  const wanted = pattern(key)
  return [...english.keys()].some((known) => wanted.test(known))
}

describe('the words of both languages', () => {
  test('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('name the same placeholders, and as many forms', () => {
    const differing = [...english].filter(([key, word]) => {
      const other = german.get(key) ?? ''
      return (
        placeholders(word).symmetricDifference(placeholders(other)).size > 0 || forms(word) !== forms(other)
      )
    })
    expect(differing).toEqual([])
  })

  test('are there wherever they are used', () => {
    expect(uses.filter(({ key }) => !found(key))).toEqual([])
  })

  test('are all used', () => {
    const patterns = [...new Set(uses.map(({ key }) => key))].map(pattern)
    expect([...english.keys()].filter((key) => !patterns.some((used) => used.test(key)))).toEqual([])
  })
})

/** A page that shows what lies in a folder; the first that fits. What fits none is shown everywhere. */
const shownAt: [file: RegExp, path: string, isPublic?: boolean][] = [
  [/^app\/(?:pages|components)\/(?:admin|editing)\//, '/admin'],
  [/^app\/composables\/useEditing\./, '/admin'],
  [/^app\/(?:pages|components)\/preview\//, '/preview'],
  [/^app\/(?:pages\/dashboard|components)\/studio[/.]/, '/dashboard/studio'],
  [/^app\/(?:pages|components|layouts)\/(?:audit|billing|dashboard|settings)[/.]/, '/dashboard'],
  [/^app\/components\/(?:blocks|blog|docs|pricing)\//, '/', true],
  [/^app\/pages\/(?:blog|changelog|docs|index|pricing|search|\[)/, '/', true],
  [/^app\/(?:pages|components\/account|layouts\/account|composables\/useProblem)/, '/login'],
]

test('words are used only where they are loaded', () => {
  const astray = uses.filter(({ file, key }) => {
    const [, path, isPublic = false] = shownAt.find(([folder]) => folder.test(file)) ?? []
    const areas = path ? areasOf(path, isPublic) : ['shared']
    return !areas.includes(key.split('.')[0]!)
  })
  expect(astray).toEqual([])
})
