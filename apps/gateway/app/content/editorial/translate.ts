import type User from '#accounts/models/user'
import type { Language } from '#config/i18n'
import { toBlock, toRows } from '#content/editorial/blocks'
import { Entries, type Entry } from '#content/editorial/entries'
import { about, type StoredPage } from '#content/editorial/kinds'
import { listKind } from '#content/editorial/list'
import type { Kind } from '#content/validators/entry'

/**
 * The entry at the same address in another language: the one there is, else a first draft that says the same, to be
 * translated. Its blocks are its own, so that the two change independently.
 */
export async function translate<K extends Kind>(kind: K, id: string, language: Language, person: User) {
  const entries = new Entries(kind, person)
  const { row, published } = await entries.find(id)
  const there = await entryAt(addressesOf(kind, [row, published]), kind, language, person)
  if (there) return { entry: await entries.find(there), isNew: false }

  const columns = row as unknown as Record<string, unknown>
  const copy = {
    ...Object.fromEntries(about[kind].columns.map((name) => [name, columns[name] ?? null])),
    ...('blocks' in row && { blocks: await copiesOf(row) }),
    title: row.title,
    language,
  }
  return { entry: await entries.create(copy), isNew: true }
}

const addressesOf = <K extends Kind>(kind: K, rows: (Entry<K>['row'] | null)[]) =>
  new Set(rows.flatMap((row) => (row ? [about[kind].addressOf(row as never)] : [])))

async function entryAt(addresses: Set<string>, kind: Kind, language: Language, person: User) {
  const listed = await listKind(person, kind)
  return listed.find((entry) => entry.language === language && addresses.has(entry.address))?.id
}

const copiesOf = ({ blocks }: StoredPage) =>
  toRows(
    blocks.map(toBlock).map(({ type, values }) => ({ type, values })),
    [],
  )
