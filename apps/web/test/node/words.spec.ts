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
  const wanted = pattern(key)
  return english.has(key) || [...english.keys()].some((known) => wanted.test(known))
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

/** What a file is called where it is used: a component by its tag, everything else by what it exports. */
function namesOf(file: string) {
  if (!file.startsWith('app/components/')) {
    const exported = read(file).matchAll(/export (?:default )?(?:async )?(?:const|function) (\w+)/g)
    return [...exported].map(([, name]) => name!)
  }
  const parts = file
    .slice('app/components/'.length)
    .replace(/\.\w+$/, '')
    .split('/')
  const tag = parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join('')
  return [tag, `Lazy${tag}`]
}

const files = globSync('app/**/*.{vue,ts}', { cwd: root })
const wordsIn = new Map(files.map((file) => [file, new Set(read(file).match(/\w+/g))]))
const named = new Map(
  files
    .filter((file) => !/^app\/(?:pages|layouts|api)\//.test(file))
    .flatMap((file) => namesOf(file).map((name) => [name, file] as const)),
)

/** A page with its layout and everything that either of them uses. */
function shownBy(page: string) {
  const parent = page.replace(/\/[^/]+$/, '.vue')
  const layout = [parent, page].map(
    (file) => /layout: '(\w+)'/.exec(files.includes(file) ? read(file) : '')?.[1],
  )
  const reached = new Set([page, `app/layouts/${layout.findLast(Boolean) ?? 'default'}.vue`])
  for (const file of reached)
    for (const word of wordsIn.get(file) ?? []) if (named.has(word)) reached.add(named.get(word)!)
  return reached
}

const pages = files.filter((file) => file.startsWith('app/pages/'))

test.each(pages)('%s loads the words that it shows', (page) => {
  const path = page.slice('app/pages'.length)
  const isPublic = /^\/(?:\[|blog|changelog|docs|index|pricing|search)/.test(path)
  const areas = areasOf(path.replace(/(?:\/index)?\.vue$/, '') || '/', isPublic)
  const reached = shownBy(page)
  const astray = uses.filter(({ file, key }) => reached.has(file) && !areas.includes(key.split('.')[0]!))
  expect(astray).toEqual([])
})

test('what an error page shows, on any page, is in the words of all', () => {
  const reached = shownBy('app/error.vue')
  expect(uses.filter(({ file, key }) => reached.has(file) && !key.startsWith('shared.'))).toEqual([])
})
