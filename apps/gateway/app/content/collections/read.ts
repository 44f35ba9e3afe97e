import type { Infer } from '@vinejs/vine/types'
import { type Collection, collections, most } from '#config/collections'
import { filterOf, objectAt } from '#content/collections/filter'
import { columnOf, namesWith, oneOf, refuse } from '#content/collections/listed'
import type { collectionListValidator } from '#content/validators/collection'

/** The fields wanted of a collection, and the same of each relation that is followed. */
export interface Selection {
  fields: string[]
  relations: Record<string, Selection>
}

/** A question that may be asked: every name in it is listed in `config/collections.ts`. */
export interface Read {
  collection: string
  selection: Selection
  /** As Directus takes it, besides what is hidden from visitors. */
  filter: object[]
  /** Columns. */
  sort: string[]
  limit: number
  page: number
  /** The collections that it is answered from. */
  tags: string[]
}

type Wanted = Infer<typeof collectionListValidator>

/** @throws E_VALIDATION_ERROR for whatever is not listed */
export function readOf(collection: string, wanted: Wanted): Read {
  const about = collections[collection]!
  const { limit = most.defaultLimit, page = 1 } = wanted
  const selection = selectionOf(collection, wanted.fields)
  if (selection.fields.includes('blocks') && limit > most.withBlocks)
    refuse('limit', `Pages come with their blocks at most ${most.withBlocks} at a time.`)
  const filter: object = wanted.filter === undefined ? {} : objectAt('filter', wanted.filter)
  return {
    collection,
    selection,
    filter: [...filterOf(collection, filter), ...(wanted.search ? [searchOf(about, wanted.search)] : [])],
    sort: wanted.sort ? sortOf(about, wanted.sort) : about.order,
    limit,
    page,
    tags: [...new Set([...tagsOf(collection, selection), ...relatedTo(collection, Object.keys(filter))])],
  }
}

export function tagsOf(collection: string, { fields, relations }: Selection): string[] {
  const about = collections[collection]!
  const followed = Object.entries(relations)
  return [
    collection,
    ...(fields.some((name) => about.fields[name]!.kind === 'image') ? ['directus_files'] : []),
    ...followed.flatMap(([name, selection]) => tagsOf(about.relations![name]!.to, selection)),
  ]
}

const relatedTo = (collection: string, names: string[]) => {
  const { relations = {} } = collections[collection]!
  return names.flatMap((name) => (Object.hasOwn(relations, name) ? [relations[name]!.to] : []))
}

/** @param fields `title,author.name`; all of the collection's own where nothing is said */
export function selectionOf(collection: string, fields?: string): Selection {
  const all = Object.entries(collections[collection]!.fields)
  // Blocks are most of a page, and many questions each.
  const paths = fields?.split(',') ?? all.filter(([, { kind }]) => kind !== 'blocks').map(([name]) => name)
  if (paths.length > most.fields) refuse('fields', `At most ${most.fields} fields at a time.`)

  const selection: Selection = { fields: [], relations: {} }
  for (const path of paths) add(selection, collection, path.trim())
  return selection
}

function add(selection: Selection, collection: string, path: string) {
  const names = path.split('.')
  if (names.length > most.depth + 1)
    refuse('fields', `"${path}" follows more than ${most.depth} relations in a row.`)

  let [here, place] = [selection, collection]
  for (const name of names.slice(0, -1)) {
    const { relations = {} } = collections[place]!
    if (!Object.hasOwn(relations, name))
      refuse('fields', `"${name}" is not a relation of ${place}. ${oneOf(Object.keys(relations))}`)
    here = here.relations[name] ??= { fields: [], relations: {} }
    place = relations[name]!.to
  }
  const { fields, relations = {} } = collections[place]!
  const name = names.at(-1)!
  if (Object.hasOwn(relations, name))
    refuse('fields', `"${path}" is a relation. Name what you want of it, as in "${path}.id".`)
  if (!Object.hasOwn(fields, name))
    refuse('fields', `"${name}" is not a field of ${place}. ${oneOf(Object.keys(fields))}`)
  if (fields[name]!.kind === 'blocks' && here !== selection)
    refuse('fields', 'Blocks come with their page alone. Ask for "blocks" of pages.')
  if (!here.fields.includes(name)) here.fields.push(name)
}

function sortOf({ fields }: Collection, wanted: string) {
  const names = wanted.split(',')
  if (names.length > most.sorts) refuse('sort', `At most ${most.sorts} fields to sort by.`)
  const columns = names.map((entry) => {
    const name = entry.trim().replace(/^-/, '')
    if (!Object.hasOwn(fields, name) || !fields[name]!.sort)
      refuse('sort', `Nothing is sorted by "${name}". ${oneOf(namesWith(fields, 'sort'))}`)
    return `${entry.trim().startsWith('-') ? '-' : ''}${columnOf(fields, name)}`
  })
  // Of equals always the same one first, or pages would overlap.
  return [...columns, 'id']
}

/** Directus' own search looks into every column, listed or not. */
function searchOf({ fields }: Collection, words: string) {
  if (words.startsWith('$')) refuse('search', 'A search does not begin with "$".')
  return {
    _or: namesWith(fields, 'search').map((name) => ({ [columnOf(fields, name)]: { _icontains: words } })),
  }
}
