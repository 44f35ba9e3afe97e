import User from '#accounts/models/user'
import type { Language } from '#config/i18n'
import { can } from '#accounts/roles'
import { Ask } from '#content/editorial/ask'
import { type Draft, draftFields, entryIdOf, rowOf } from '#content/editorial/drafts'
import { about } from '#content/editorial/kinds'
import ContentSchedule from '#content/models/content_schedule'
import { type Kind, kinds, type states } from '#content/validators/entry'

export type State = (typeof states)[number]

export interface Listed {
  id: string
  kind: Kind
  title: string
  address: string
  language: Language
  state: State
  isPublished: boolean
  isMine: boolean
  publishAt: string | null
  failure: string | null
  updatedAt: string
  editedBy: string | null
}

interface Search {
  kind?: Kind
  language?: Language
  state?: State
  search?: string
  page: number
  perPage: number
}

interface Item {
  id: string
  title: string
  language: Language
  slug?: string
  path?: string
  date_created: string
  date_updated: string | null
}

/**
 * What there is, published or not, the latest change first. Entries come from two tables of the CMS, so they are put
 * together here: a site has hundreds of them, and of each only a line is read.
 */
export async function listEntries(person: User, { kind, language, state, search, page, perPage }: Search) {
  const lists = await Promise.all((kind ? [kind] : kinds).map((one) => listKind(person, one, search)))
  const found = lists
    .flat()
    .filter((entry) => (!state || entry.state === state) && (!language || entry.language === language))
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || (a.id < b.id ? 1 : -1))
  return { entries: found.slice((page - 1) * perPage, page * perPage), total: found.length }
}

export async function listKind(person: User, kind: Kind, search?: string): Promise<Listed[]> {
  const ask = new Ask(person)
  const { address, addressOf } = about[kind]
  const fields = ['id', 'title', 'language', address, 'date_created', 'date_updated']
  const drafts = await readDrafts(ask, kind, search !== undefined)
  const mayPublish = can(person, 'content.publish')
  const isTheirs = ({ user_created }: Draft) => mayPublish || user_created === person.id
  const shown = drafts.filter((draft) => isTheirs(draft) && (!search || says(draft, search)))

  const items = await ask.read<Item[]>(`/items/${kind}`, { fields, search, limit: -1 })
  const missing = shown.flatMap(({ item }) => (item && !items.some(({ id }) => id === item) ? [item] : []))
  if (missing.length > 0) {
    items.push(
      ...(await ask.read<Item[]>(`/items/${kind}`, { fields, filter: { id: { _in: missing } }, limit: -1 })),
    )
  }

  const first = shown.filter(({ item }) => !item)
  const ids = [...items.map(({ id }) => id), ...first.map(entryIdOf)]
  const [schedules, names] = await Promise.all([ContentSchedule.of(kind, ids), namesOf(drafts)])

  const listed = (id: string, item: Item | undefined, draft: Draft | undefined): Listed => {
    const isMine = !draft || isTheirs(draft)
    const row = draft && isMine ? { ...item, ...withoutNulls(rowOf(kind, draft)) } : item!
    const schedule = schedules.find(({ entryId }) => entryId === id)
    const state = schedule ? 'scheduled' : !item ? 'draft' : draft ? 'changed' : 'published'
    return {
      id,
      kind,
      title: (row as Item).title,
      address: addressOf(row as never),
      language: (item ?? (row as Item)).language,
      state,
      isPublished: item !== undefined,
      isMine,
      publishAt: schedule?.publishAt.toUTC().toISO() ?? null,
      failure: schedule?.failure ?? null,
      updatedAt: draft?.date_updated ?? draft?.date_created ?? item?.date_updated ?? item?.date_created ?? '',
      editedBy: (draft && names.get(draft.user_updated ?? draft.user_created ?? '')) ?? null,
    }
  }
  return [
    ...items.map((item) =>
      listed(
        item.id,
        item,
        drafts.find((draft) => draft.item === item.id),
      ),
    ),
    ...first.map((draft) => listed(entryIdOf(draft), undefined, draft)),
  ]
}

/** Of a draft only what a line shows is read, unless its text is searched: a page can be long. */
async function readDrafts(ask: Ask, kind: Kind, isSearched: boolean): Promise<Draft[]> {
  const { address } = about[kind]
  const drafts = await ask.read<Record<string, unknown>[]>('/versions', {
    fields: isSearched
      ? draftFields
      : [
          ...draftFields.filter((field) => field !== 'delta'),
          'json(delta, title)',
          'json(delta, language)',
          `json(delta, ${address})`,
        ],
    filter: { collection: { _eq: kind }, key: { _eq: 'draft' }, delta: { _nnull: true } },
    limit: -1,
  })
  if (isSearched) return drafts as unknown as Draft[]
  return drafts.map(
    ({
      delta_title_json: title,
      delta_language_json: language,
      [`delta_${address}_json`]: place,
      ...draft
    }) => ({ ...draft, delta: { title, language, [address]: place } }) as unknown as Draft,
  )
}

const says = ({ delta }: Draft, search: string) =>
  JSON.stringify(delta).toLowerCase().includes(JSON.stringify(search).slice(1, -1).toLowerCase())

const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** At the CMS our people have the ids that they have here. */
export async function namesOf(changes: { user_created?: string | null; user_updated?: string | null }[]) {
  const ids = changes.flatMap(({ user_created, user_updated }) => [user_created, user_updated])
  const people = await User.query().whereIn('id', [...new Set(ids.filter((id) => typeof id === 'string'))])
  return new Map(people.map(({ id, fullName }) => [id, fullName]))
}
