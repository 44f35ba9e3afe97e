import { readRevisions } from '@directus/sdk'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Language } from '#config/i18n'
import type User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { purge } from '#content/cache'
import { admin } from '#content/cms/client'
import { Ask } from '#content/editorial/ask'
import { type BlockRow, type Reference, referencesIn } from '#content/editorial/blocks'
import { type Draft, draftFields, entryIdOf, rowOf } from '#content/editorial/drafts'
import { about, type Stored, type StoredPage } from '#content/editorial/kinds'
import {
  ForeignDraftException,
  LinkedPageException,
  NoDraftException,
  NotPublishedException,
  OutdatedDraftException,
  StaleDraftException,
} from '#content/exceptions/entry_exceptions'
import ContentSchedule from '#content/models/content_schedule'
import type { Kind } from '#content/validators/entry'
import { FieldException } from '#core/exceptions/field_exception'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { type Action, type Actions, record } from '#ledger/record'

interface Named {
  kind: Kind
  title: string
}

declare module '#ledger/record' {
  export interface Actions {
    'content.drafted': Named
    'content.draft_discarded': Named
    'content.published': Named & { revision: number | null; version: string }
    'content.unpublished': Named
    'content.scheduled': Named & { publishAt: string }
    'content.unscheduled': Named
    'content.schedule_failed': { kind: Kind; failure: string }
    'content.restored': Named & { revision: number }
    'content.deleted': Named
  }
}

type Row<K extends Kind> = Stored[K]

/** An entry as it is edited: its draft where there is one, else what is published. */
export interface Entry<K extends Kind> {
  id: string
  row: Row<K>
  published: Row<K> | null
  draft: Draft | null
  schedule: ContentSchedule | null
  /** Whether the person who asks may change it. */
  isMine: boolean
}

type Columns = Record<string, unknown>

interface Publication {
  /** When what is to be published had been saved, as whoever publishes it has seen it. */
  basedOn?: Date | null
  /** Whether they know that it takes back what was published since the draft was begun. */
  overwrite?: boolean
}

/** The posts or the pages, as one of our people may see and change them. What is in the table is published. */
export class Entries<K extends Kind> {
  #ask: Ask

  constructor(
    private kind: K,
    private person: User,
  ) {
    this.#ask = new Ask(person)
  }

  async find(id: string, client?: TransactionClientContract): Promise<Entry<K>> {
    const [drafts, [published = null], schedule] = await Promise.all([
      this.#ask.read<Draft[]>('/versions', {
        fields: draftFields,
        filter: {
          collection: { _eq: this.kind },
          key: { _eq: 'draft' },
          _or: [{ id: { _eq: id } }, { item: { _eq: id } }, { name: { _eq: id } }],
        },
      }),
      this.#ask.read<Row<K>[]>(`/items/${this.kind}`, {
        fields: about[this.kind].fields,
        filter: { id: { _eq: id } },
        deep: this.#inOrder,
      }),
      ContentSchedule.of(this.kind, [id], client).first(),
    ])
    const draft = drafts.find((one) => entryIdOf(one) === id && (published !== null || !one.item)) ?? null
    if (!published && !draft) throw new NotFoundException()

    const isMine = !draft || draft.user_created === this.person.id || this.#mayPublish
    if (isMine && draft?.delta)
      return { id, row: await this.#rowOf(draft, id), published, draft, schedule, isMine }
    // Somebody else's first draft is nobody's business; beside what is published, that is what there is to see.
    if (!published) throw new NotFoundException()
    return { id, row: published, published, draft, schedule, isMine }
  }

  async create(columns: Columns & { title: string; language: Language }) {
    await this.#refuseMistakes(columns)
    const draft = await this.#newDraft(null, null)
    try {
      await this.#record('content.drafted', draft.id, columns.title, {}, () =>
        this.#saveTo(draft, { id: draft.id, ...columns }),
      )
    } catch (error) {
      await this.#removeDraft(draft).catch(() => undefined)
      throw error
    }
    return this.find(draft.id)
  }

  /**
   * @param basedOn when what was changed had been saved; without it nobody is warned
   * @param revision which edition of the history it was taken from, if it was
   */
  async save(id: string, columns: Columns, basedOn?: Date | null, revision?: number) {
    const { row, published, draft, schedule, isMine } = await this.find(id)
    if (!isMine) throw new ForeignDraftException()
    refuseStale({ row, draft }, basedOn)

    const whole: Columns & { title: string } = {
      ...this.#columnsOf(row),
      ...columns,
      title: String(columns.title ?? row.title),
    }
    await this.#refuseMistakes(whole, id)
    const target = draft ?? (await this.#newDraft(id, null))
    const action = revision === undefined ? 'content.drafted' : 'content.restored'
    const metadata = revision === undefined ? {} : { revision }
    await this.#record(action, id, whole.title, metadata as never, async (trx) => {
      // What was agreed to be published was not this; and what is just being published is awaited.
      if (!this.#mayPublish) {
        const wasCalledOff = await this.#unschedule(id, whole.title, trx)
        if (schedule && !wasCalledOff) throw new StaleDraftException()
      }
      await this.#saveTo(target, published ? whole : { id, ...whole })
    })
    return this.find(id)
  }

  async discard(id: string) {
    const { row, draft, isMine } = await this.find(id)
    if (!draft) throw new NoDraftException()
    if (!isMine) throw new ForeignDraftException()
    await this.#record('content.draft_discarded', id, row.title, {}, async (trx) => {
      await trx.from('content_schedules').where({ kind: this.kind, entry_id: id }).delete()
      await this.#removeDraft(draft)
    })
  }

  async publish(id: string, seen: Publication = {}) {
    await db.transaction((trx) => this.#publish(id, seen, trx))
    await this.#purge(id)
    return this.find(id)
  }

  /** What somebody has called off, put off or published in the meantime is let be. */
  async publishDue(id: string, at: DateTime) {
    const wasDue = await db.transaction(async (trx) => {
      const schedule = await ContentSchedule.of(this.kind, [id], trx).whereNull('failure').forUpdate().first()
      if (schedule?.publishAt.toMillis() !== at.toMillis()) return false
      await this.#publish(id, { at }, trx)
      return true
    })
    if (wasDue) await this.#purge(id)
  }

  async #publish(
    id: string,
    { basedOn, overwrite = false, at }: Publication & { at?: DateTime },
    trx: TransactionClientContract,
  ) {
    const { row, draft } = await this.find(id, trx)
    refuseStale({ row, draft }, basedOn)
    if (!draft?.delta) throw new NoDraftException()
    const { mainHash, outdated } = await this.#compare(draft)
    if (outdated && !overwrite) throw new OutdatedDraftException()
    await this.#date(row, draft, at)

    await trx.from('content_schedules').where({ kind: this.kind, entry_id: id }).delete()
    await this.#ask.write('POST', `/versions/${draft.id}/promote`, { mainHash })
    const revision = await this.#lastRevision(id)
    const metadata = { ...this.#named(row.title), revision, version: draft.id }
    await record(trx, { action: 'content.published', ...this.#about(id), metadata })
    await this.#removeDraft(draft)
  }

  /** Takes it from the site; what it was goes on as a draft. */
  async unpublish(id: string) {
    const { row, published, draft } = await this.find(id)
    if (!published) throw new NotPublishedException()
    await this.#refuseLinked(id)

    const kept = await this.#newDraft(null, id)
    try {
      await this.#record('content.unpublished', id, row.title, {}, async (trx) => {
        await trx.from('content_schedules').where({ kind: this.kind, entry_id: id }).delete()
        await this.#saveTo(kept, { id, ...(await this.#withoutRows(row, id)) })
        await this.#ask.write('DELETE', `/items/${this.kind}/${id}`)
      })
    } catch (error) {
      await this.#removeDraft(kept).catch(() => undefined)
      throw error
    }
    if (draft) await this.#removeDraft(draft)
    await this.#purge(id)
    return this.find(id)
  }

  async schedule(id: string, publishAt: Date, basedOn?: Date | null) {
    if (publishAt.getTime() <= Date.now()) {
      throw new FieldException('publishAt', 'time_passed')
    }
    const { row, draft } = await this.find(id)
    refuseStale({ row, draft }, basedOn)
    if (!draft?.delta) throw new NoDraftException()
    if ((await this.#compare(draft)).outdated) throw new OutdatedDraftException()
    const metadata = { publishAt: publishAt.toISOString() }
    await this.#record('content.scheduled', id, row.title, metadata, async (trx) => {
      await ContentSchedule.updateOrCreate(
        { kind: this.kind, entryId: id },
        { publishAt: DateTime.fromJSDate(publishAt), userId: this.person.id, failure: null },
        { client: trx },
      )
    })
    return this.find(id)
  }

  async unschedule(id: string) {
    const { row } = await this.find(id)
    await db.transaction((trx) => this.#unschedule(id, row.title, trx))
    return this.find(id)
  }

  /** For good: the item and its draft. Its history stays with the CMS for as long as that keeps any. */
  async remove(id: string) {
    const { row, published, draft } = await this.find(id)
    await this.#refuseLinked(id)
    await this.#record('content.deleted', id, row.title, {}, async (trx) => {
      await trx.from('content_schedules').where({ kind: this.kind, entry_id: id }).delete()
      if (published) await this.#ask.write('DELETE', `/items/${this.kind}/${id}`)
      else if (draft) await this.#removeDraft(draft)
    })
    await this.#purge(id)
    // Only now: had the item stayed, the work on it would have been lost for nothing. Without one nobody sees its draft.
    if (published && draft) await this.#removeDraft(draft)
  }

  get #mayPublish() {
    return can(this.person, 'content.publish')
  }

  get #inOrder() {
    return this.kind === 'pages' ? { blocks: { _sort: ['sort'], _limit: -1 } } : {}
  }

  /** Directus puts a draft and its item together, whoever wrote the draft and however. */
  async #rowOf(draft: Draft, id: string): Promise<Row<K>> {
    if (!draft.item) return { id, ...rowOf(this.kind, draft) } as unknown as Row<K>
    const row = await this.#ask.read<Row<K>>(`/items/${this.kind}/${id}`, {
      fields: about[this.kind].fields,
      version: 'draft',
      deep: this.#inOrder,
    })
    return { ...row, id }
  }

  #columnsOf(row: Row<K>): Columns {
    const columns = row as unknown as Columns
    return Object.fromEntries(about[this.kind].columns.map((name) => [name, columns[name] ?? null]))
  }

  #newDraft(item: string | null, name: string | null) {
    return this.#ask.write<Draft>('POST', '/versions', { collection: this.kind, item, key: 'draft', name })
  }

  #saveTo(draft: Draft, columns: Columns) {
    return this.#ask.write('POST', `/versions/${draft.id}/save`, columns)
  }

  #removeDraft(draft: Draft) {
    return this.#ask.write('DELETE', `/versions/${draft.id}`)
  }

  /** Whether what is published is another than when the draft was begun; while nothing is, there is nothing to compare. */
  #compare({ id, item }: Draft) {
    return item
      ? this.#ask.read<{ mainHash: string; outdated: boolean }>(`/versions/${id}/compare`, {})
      : { mainHash: '', outdated: false }
  }

  /** Where the history of the CMS has what was just published. */
  async #lastRevision(id: string) {
    const [revision] = await admin.request(
      readRevisions({
        fields: ['id'],
        filter: { collection: { _eq: this.kind }, item: { _eq: id }, version: { _null: true } } as never,
        sort: ['-id'],
        limit: 1,
      }),
    )
    return revision?.id ?? null
  }

  /** A post shows the day it was published: the one that was set beforehand, or the one its author chose. */
  async #date(row: Row<K>, draft: Draft, at?: DateTime) {
    if (!('published_at' in row)) return
    if (at) await this.#saveTo(draft, { published_at: at.toUTC().toISO() })
    else if (Date.parse(row.published_at) > Date.now()) {
      throw new FieldException('publishedAt', 'date_ahead')
    }
  }

  /** A draft that nothing stands behind: its blocks are known by their items, for the rows go with the page. */
  async #withoutRows(row: Row<K>, id: string): Promise<Columns> {
    const columns = this.#columnsOf(row)
    if (this.kind !== 'pages') return columns
    const rows = await this.#ask.read<{ id: string; collection: string; item: string }[]>(
      '/items/pages_blocks',
      {
        fields: ['id', 'collection', 'item'],
        filter: { page: { _eq: id } },
        limit: -1,
      },
    )
    const items = new Map(rows.map((known) => [known.id, known]))
    const blocks = (row as StoredPage).blocks.map(({ id: rowId, item, ...rest }, position): BlockRow => {
      const known = rowId ? items.get(rowId) : undefined
      const collection = rest.collection ?? known?.collection
      return { ...(collection && { collection }), sort: position + 1, item: item ?? known?.item ?? null }
    })
    return { ...columns, blocks }
  }

  /** Says at once what the CMS would say only when it is published. */
  async #refuseMistakes(columns: Columns, id?: string) {
    const { address } = about[this.kind]
    const taken = await this.#ask.read<unknown[]>(`/items/${this.kind}`, {
      fields: ['id'],
      filter: {
        [address]: { _eq: columns[address] },
        language: { _eq: columns.language },
        ...(id && { id: { _neq: id } }),
      },
      limit: 1,
    })
    if (taken.length > 0) throw new FieldException(address, 'taken')

    const references = [...this.#referencesOf(columns)]
    for (const to of new Set(references.map((reference) => reference.to))) {
      const asked = references.filter((reference) => reference.to === to)
      const found = await this.#ask.read<{ id: string }[]>(
        to === 'directus_files' ? '/files' : `/items/${to}`,
        {
          fields: ['id'],
          filter: { id: { _in: asked.map((reference) => reference.id) } },
          limit: -1,
        },
      )
      const missing = asked.find((reference) => !found.some((one) => one.id === reference.id))
      if (missing) throw new FieldException(missing.field, 'missing')
    }
  }

  *#referencesOf(columns: Columns): Generator<Reference> {
    if (Array.isArray(columns.blocks)) yield* referencesIn(columns.blocks as BlockRow[])
    for (const [field, to] of Object.entries(pointing)) {
      const value = columns[field]
      if (typeof value === 'string') yield { field, to, id: value }
    }
  }

  async #refuseLinked(id: string) {
    if (this.kind !== 'pages') return
    const links = await this.#ask.read<{ label: string }[]>('/items/navigation_items', {
      fields: ['label'],
      filter: { page: { _eq: id } },
      limit: -1,
    })
    if (links.length > 0) throw new LinkedPageException(links.map(({ label }) => `“${label}”`))
  }

  /** @returns whether there was a time set */
  async #unschedule(id: string, title: string, trx: TransactionClientContract) {
    const count = await trx.from('content_schedules').where({ kind: this.kind, entry_id: id }).delete()
    if (Number(count) === 0) return false
    await record(trx, { action: 'content.unscheduled', ...this.#about(id), metadata: this.#named(title) })
    return true
  }

  /** The record waits in an open transaction for Directus: what Directus refuses, or never got, is not recorded. */
  #record<A extends Action>(
    action: A,
    id: string,
    title: string,
    metadata: Omit<Actions[A], keyof Named>,
    change: (trx: TransactionClientContract) => Promise<unknown>,
  ) {
    return db.transaction(async (trx) => {
      const whole = { ...this.#named(title), ...metadata } as unknown as Actions[A]
      await record(trx, { action, ...this.#about(id), metadata: whole })
      await change(trx)
    })
  }

  #named = (title: string): Named => ({ kind: this.kind, title })

  #about = (id: string) => ({
    subject: [about[this.kind].noun, id] as [string, string],
    actorId: this.person.id,
  })

  #purge(id: string) {
    return purge([this.kind, `${this.kind}:${id}`, ...(this.kind === 'pages' ? ['redirects'] : [])])
  }
}

const pointing = { image: 'directus_files', author: 'authors', category: 'categories' } as const

/** When what a person sees was saved, in milliseconds. */
export const changedAt = ({ row, draft }: Pick<Entry<Kind>, 'row' | 'draft'>) =>
  Date.parse(draft?.date_updated ?? draft?.date_created ?? row.date_updated ?? row.date_created)

function refuseStale(entry: Pick<Entry<Kind>, 'row' | 'draft'>, basedOn?: Date | null) {
  if (basedOn && changedAt(entry) > basedOn.getTime()) throw new StaleDraftException()
}
