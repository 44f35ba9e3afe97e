import { isDeepStrictEqual } from 'node:util'
import { readRevisions } from '@directus/sdk'
import type User from '#accounts/models/user'
import { admin } from '#content/cms/client'
import { type AnyField, blockTypes } from '#content/editorial/block_types'
import { type BlockRow, type EditedBlock, toBlock, toRows } from '#content/editorial/blocks'
import { type Draft, rowOf } from '#content/editorial/drafts'
import { Entries } from '#content/editorial/entries'
import { about } from '#content/editorial/kinds'
import { namesOf } from '#content/editorial/list'
import type { Kind } from '#content/validators/entry'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import LedgerEvent from '#ledger/models/ledger_event'

type Columns = Record<string, unknown>

interface Revision {
  id: number
  data: Columns | null
  activity: { action: string; timestamp: string; user: string | null } | null
}

/** What was published at some time. */
export interface Edition {
  id: number
  publishedAt: string
  publishedBy: string | null
}

/** A field that was another then; lists and blocks as lines of text. */
export interface Difference {
  field: string
  before: string
  after: string
}

const fields = ['id', 'data', 'activity.action', 'activity.timestamp', 'activity.user']
const mostEditions = 100
const needed = new Set(['title', 'slug', 'path', 'published_at', 'blocks'])

/** What an entry was at each time it was published, as the revisions of the CMS have it for as long as it keeps them. */
export class History<K extends Kind> {
  #entries: Entries<K>

  constructor(
    private kind: K,
    person: User,
  ) {
    this.#entries = new Entries(kind, person)
  }

  async list(id: string): Promise<Edition[]> {
    await this.#entries.find(id)
    const revisions = await this.#revisions({ item: { _eq: id } })
    return this.#editions(revisions)
  }

  /** How one edition differs from what is edited now. */
  async compare(id: string, revisionId: number) {
    const { row } = await this.#entries.find(id)
    const revision = await this.#revision(id, revisionId)
    const then = await this.#columnsOf(id, revision)
    const [edition] = await this.#editions([revision])
    const now = row as unknown as Columns
    const differences = about[this.kind].columns.flatMap((name): Difference[] => {
      if (!(name in then)) return []
      const [before, after] = [then[name], now[name]].map((value) =>
        name === 'blocks' ? blocksOf(value) : value,
      )
      if (isDeepStrictEqual(before ?? null, after ?? null)) return []
      return [{ field: name, before: textOf(before), after: textOf(after) }]
    })
    return { ...edition!, isWhole: this.kind !== 'pages' || 'blocks' in then, differences }
  }

  /** Makes a draft of it; what is published stays until that is. */
  async restore(id: string, revisionId: number) {
    const { row } = await this.#entries.find(id)
    const { blocks, ...columns } = await this.#columnsOf(id, await this.#revision(id, revisionId))
    const rows =
      blocks !== undefined && 'blocks' in row
        ? await toRows((blocks as BlockRow[]).map(toBlock) as EditedBlock[], row.blocks)
        : undefined
    return this.#entries.save(id, { ...columns, ...(rows && { blocks: rows }) }, null, revisionId)
  }

  #revisions(filter: object) {
    return admin.request(
      readRevisions({
        fields: fields as never,
        filter: { collection: { _eq: this.kind }, version: { _null: true }, ...filter } as never,
        sort: ['-id'],
        limit: mostEditions,
      }),
    ) as unknown as Promise<Revision[]>
  }

  async #revision(id: string, revisionId: number) {
    const [revision] = await this.#revisions({ item: { _eq: id }, id: { _eq: revisionId } })
    if (!revision) throw new NotFoundException()
    return revision
  }

  async #editions(revisions: Revision[]): Promise<Edition[]> {
    const names = await namesOf(revisions.map(({ activity }) => ({ user_updated: activity?.user })))
    return revisions.map(({ id, activity }) => ({
      id,
      publishedAt: activity?.timestamp ?? '',
      publishedBy: names.get(activity?.user ?? '') ?? null,
    }))
  }

  /** The CMS keeps a page apart from its blocks; the draft that was published has them together. */
  async #columnsOf(id: string, { id: revisionId, data }: Revision): Promise<Columns> {
    const known = data ?? {}
    // What was left empty at first is not in the record of it; what has to be there stays as it is.
    const columns = Object.fromEntries(
      about[this.kind].columns
        .filter((name) => name in known || !needed.has(name))
        .map((name) => [name, known[name] ?? null]),
    )
    if (this.kind !== 'pages') return columns
    const blocks = await this.#blocksOf(id, revisionId)
    return { ...columns, ...(blocks && { blocks }) }
  }

  async #blocksOf(id: string, revisionId: number): Promise<BlockRow[] | undefined> {
    const event = await LedgerEvent.query()
      .where({ subject_id: id, action: 'content.published' })
      .whereRaw(`metadata ->> 'revision' = ?`, [String(revisionId)])
      .first()
    const version = (event?.metadata as { version?: string } | undefined)?.version
    if (!version) return undefined
    const [saved] = (await admin.request(
      readRevisions({
        fields: ['id', 'data'],
        filter: { collection: { _eq: 'directus_versions' }, item: { _eq: version } } as never,
        sort: ['-id'],
        limit: 1,
      }),
    )) as unknown as { data: { delta?: Draft['delta'] } | null }[]
    const delta = saved?.data?.delta
    return delta
      ? (rowOf('pages', { delta } as Draft) as unknown as { blocks: BlockRow[] }).blocks
      : undefined
  }
}

/** Each block under its name, its fields under theirs, as the editor shows them. */
const blocksOf = (value: unknown) =>
  (Array.isArray(value) ? (value as BlockRow[]) : []).map(toBlock).map(({ type, collection, values }) => {
    const known = blockTypes.find((one) => one.type === type)
    const lines = known ? linesOf(known.fields, values) : []
    return [known?.label ?? collection, ...lines.map((line) => `  ${line}`), ''].join('\n')
  })

function linesOf(fields: AnyField[], values: Record<string, unknown>): string[] {
  return fields.flatMap(({ name, label, kind, fields: inner = [] }) => {
    const value = values[name]
    if (kind !== 'rows') {
      const text = textOf(value)
      return text === '' ? [] : `${label}: ${text}`.split('\n')
    }
    return (Array.isArray(value) ? value : []).flatMap((row, place) => [
      `${label} ${place + 1}`,
      ...linesOf(inner, row as Record<string, unknown>).map((line) => `  ${line}`),
    ])
  })
}

/** What a person can read and compare. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, inner]) => [name, textOf(inner)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n')
}
