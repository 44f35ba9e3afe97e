import { type Language, languages } from '#config/i18n'
import type { BlockRow } from '#content/editorial/blocks'
import { about } from '#content/editorial/kinds'
import type { Kind } from '#content/validators/entry'
import { fallback } from '#content/views/language'

/** A draft as Directus keeps it: a version beside an item, or one without an item while nothing is published. */
export interface Draft {
  id: string
  item: string | null
  /** The id that the entry had when it was published last, if it is not any more. */
  name: string | null
  delta: Record<string, unknown> | null
  user_created: string | null
  user_updated: string | null
  date_created: string
  date_updated: string | null
}

export const draftFields = [
  'id',
  'item',
  'name',
  'delta',
  'user_created',
  'user_updated',
  'date_created',
  'date_updated',
] as const

/** The id under which people find an entry stays the same from the first draft on, published or not. */
export const entryIdOf = ({ id, item, name }: Draft) => item ?? name ?? id

/** What a draft without an item consists of. The Studio writes lists as changes, we write them whole. */
export function rowOf(kind: Kind, { delta, date_created, date_updated }: Draft) {
  const columns = Object.fromEntries(about[kind].columns.map((name) => [name, plain(delta?.[name] ?? null)]))
  return {
    ...columns,
    language: languageOf(delta),
    ...(kind === 'pages' && { blocks: listOf(delta?.blocks) }),
    date_created,
    date_updated,
  }
}

/** A draft that was begun before there were languages is in English. */
const languageOf = (delta: Draft['delta']): Language =>
  languages.find((one) => one === delta?.language) ?? fallback

function listOf(value: unknown): BlockRow[] {
  const changes = value as { create?: BlockRow[] } | BlockRow[] | null | undefined
  const rows = Array.isArray(changes) ? changes : (changes?.create ?? [])
  return rows.map(plain) as BlockRow[]
}

/** Without the marks that Directus puts on who changed which part. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([name]) => name !== '_user' && name !== '_date')
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner)]))
}
