import { errors } from '@vinejs/vine'
import { type AnyField, type BlockName, blockTypes, fieldsOf } from '#content/editorial/block_types'
import { blockValidators } from '#content/validators/blocks'

/** A block as the CMS keeps it: a row that says where it stands, and the item with its fields. */
export interface BlockRow {
  id?: string | null
  sort?: number | null
  collection?: string
  item?: string | (Record<string, unknown> & { id?: string | null }) | null
}

/** A block as it is edited. One of a type that we do not know has no values, and stays what it is. */
export interface EditedBlock {
  id?: string | null
  type: BlockName | 'unknown'
  values: Record<string, unknown>
}

const prefix = 'block_'

const typeOf = (collection = ''): BlockName | undefined =>
  blockTypes.map(({ type }) => type).find((type) => collection === prefix + type)

/** What names a block from one save to the next: its row, or where there is none yet, its item. */
const idOf = ({ id, item }: BlockRow) => id ?? (typeof item === 'string' ? item : item?.id) ?? null

export function toBlock(row: BlockRow) {
  const type = typeOf(row.collection)
  const { item } = row
  if (!type || !item || typeof item === 'string')
    return { id: idOf(row), type: 'unknown' as const, collection: row.collection ?? '', values: {} }
  return { id: idOf(row), type, collection: row.collection ?? '', values: valuesOf(fieldsOf(type), item) }
}

const valuesOf = (fields: AnyField[], item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, item[field.name])]))

function valueOf({ kind, fields = [] }: AnyField, value: unknown) {
  if (kind !== 'rows') return value ?? null
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const isOrdered = rows.every(({ sort }) => typeof sort === 'number')
  const sorted = isOrdered ? rows.toSorted((a, b) => Number(a.sort) - Number(b.sort)) : rows
  return sorted.map((row) => valuesOf(fields, row))
}

/**
 * The rows of edited blocks, in their order. A block that was there before keeps its row and its item, so that the
 * history of both goes on; an id that this page never had is none.
 *
 * @param before the rows that the page had
 */
export async function toRows(blocks: EditedBlock[], before: BlockRow[]): Promise<BlockRow[]> {
  const known = new Map(before.flatMap((row) => (idOf(row) ? [[idOf(row), row] as const] : [])))
  const rows: BlockRow[] = []
  for (const [position, block] of blocks.entries()) {
    const row = block.id ? known.get(block.id) : undefined
    if (block.id) known.delete(block.id)
    const place = { ...(row?.id && { id: row.id }), sort: position + 1 }
    if (block.type === 'unknown') {
      // With a row of its own nothing but its place is said about it.
      if (row) rows.push(row.id ? place : { ...row, ...place })
      continue
    }
    const values = await valid(block.type, block.values, position)
    const isSame = row && row.collection === prefix + block.type
    const itemId = isSame && typeof row.item === 'object' ? row.item?.id : undefined
    rows.push({
      ...(isSame ? place : { sort: position + 1 }),
      collection: prefix + block.type,
      item: { ...(itemId && { id: itemId }), ...columns(fieldsOf(block.type), values) },
    })
  }
  return rows
}

async function valid(type: BlockName, values: Record<string, unknown>, position: number) {
  try {
    return (await blockValidators[type].validate(values)) as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    const messages = error.messages as { field: string; message: string; rule: string }[]
    throw new errors.E_VALIDATION_ERROR(
      messages.map((message) => ({ ...message, field: `blocks.${position}.${message.field}` })),
    )
  }
}

/** Every column, so that what was emptied is empty; the images of a gallery are rows of their own, in order. */
const columns = (fields: AnyField[], values: Record<string, unknown>) =>
  Object.fromEntries(
    fields.map(({ name, fields: inner = [] }) => {
      const value = values[name]
      if (!Array.isArray(value)) return [name, value === '' ? null : (value ?? null)]
      const isJunction = inner.some(({ kind }) => kind === 'image')
      return [
        name,
        isJunction ? value.map((row: object, position) => ({ ...row, sort: position + 1 })) : value,
      ]
    }),
  )

/** What the blocks point at, by kind, with the field that says so. */
export function* referencesIn(rows: BlockRow[]) {
  for (const [position, { collection, item }] of rows.entries()) {
    const type = typeOf(collection)
    if (!type || !item || typeof item === 'string') continue
    for (const field of fieldsOf(type)) {
      yield* referencesOf(field, item[field.name], `blocks.${position}.${field.name}`)
    }
  }
}

export interface Reference {
  to: 'directus_files' | 'categories' | 'forms' | 'authors'
  id: string
  field: string
}

const targets = { image: 'directus_files', category: 'categories', form: 'forms' } as const

function* referencesOf({ kind, fields = [] }: AnyField, value: unknown, place: string): Generator<Reference> {
  if (kind === 'rows') {
    for (const [position, row] of (Array.isArray(value) ? value : []).entries()) {
      for (const field of fields)
        yield* referencesOf(field, row[field.name], `${place}.${position}.${field.name}`)
    }
  } else if (kind in targets && typeof value === 'string') {
    yield { to: targets[kind as keyof typeof targets], id: value, field: place }
  }
}
