import { expect, test } from 'vitest'
import { blockTypes, type RowField } from '../../../gateway/app/content/editorial/block_types.ts'
import german from '../../i18n/locales/de/editing.json' with { type: 'json' }
import english from '../../i18n/locales/en/editing.json' with { type: 'json' }

const types: { type: string; label: string; fields: (RowField & { fields: RowField[] })[] }[] = [
  ...blockTypes,
]
const fields = types.flatMap((type) => type.fields.flatMap((field) => [field as RowField, ...field.fields]))
const lists = fields.filter(({ kind }) => kind === 'rows')
const options = fields.flatMap(({ options }) => options)
const helps = fields.flatMap(({ name, help }) => (help === null ? [] : [[name, help]]))

const sorted = (words: object) => Object.keys(words).sort()
const unique = (names: string[]) => [...new Set(names)].sort()

const labels: Record<string, string> = english.fields.labels

test('blocks and their fields are called in English what the gateway calls them', () => {
  expect(english.blocks.types).toEqual(Object.fromEntries(types.map(({ type, label }) => [type, label])))
  expect(fields.filter(({ name, label }) => labels[name] !== label)).toEqual([])
  expect(english.fields.helps).toEqual(Object.fromEntries(helps))
})

test.each([
  ['English', english],
  ['German', german],
])('all that blocks consist of has a name in %s', (_, words) => {
  expect(sorted(words.blocks.types)).toEqual(unique(types.map(({ type }) => type)))
  expect(sorted(words.fields.labels)).toEqual(unique(fields.map(({ name }) => name)))
  expect(sorted(words.fields.rows)).toEqual(unique(lists.map(({ name }) => name)))
  expect(sorted(words.fields.options)).toEqual(unique(options))
})
