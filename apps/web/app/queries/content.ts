import type { Routes } from '@gantry/api-contract'
import type { EntryKind, PageEntry, PostEntry } from '~/api/contract'
import type { Edited } from '~/composables/useEditing'

const key = ['content']
const entryKey = (kind: EntryKind, id: string) => [...key, kind, id]

type Filter = Routes['cms.entries.index']['query']

export function useEntryList(filter: MaybeRefOrGetter<Filter>) {
  const api = useApi()
  return useQuery({
    key: () => [...key, 'list', { ...toValue(filter) }],
    query: () => api('cms.entries.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export function usePostEntry(id: string) {
  const api = useApi()
  return useQuery({
    key: entryKey('posts', id),
    query: () => api('cms.post_entries.show', { params: { id } }).then(({ data }) => data),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    ssrCatchError: true,
  })
}

export function usePageEntry(id: string) {
  const api = useApi()
  return useQuery({
    key: entryKey('pages', id),
    query: () => api('cms.page_entries.show', { params: { id } }).then(({ data }) => data),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    ssrCatchError: true,
  })
}

/** What blocks consist of, and what they can point at. */
export function useBlockTypes() {
  const api = useApi()
  return useQuery({
    key: [...key, 'block-types'],
    query: () => api('cms.block_types.index').then(({ data }) => data),
    staleTime: 60_000,
    ssrCatchError: true,
  })
}

const filesKey = [...key, 'files']

export function useFileList(filter: MaybeRefOrGetter<Routes['cms.files.index']['query']>) {
  const api = useApi()
  return useQuery({
    key: () => [...filesKey, { ...toValue(filter) }],
    query: () => api('cms.files.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

/** A file with everything that refers to it, asked for anew each time: it decides whether the file may go. */
export function useFile(id: string) {
  const api = useApi()
  return useQuery({
    key: [...key, 'file', id],
    query: () => api('cms.files.show', { params: { id } }).then(({ data }) => data),
    staleTime: 0,
    // What is edited begins with what is stored, not with what was when it was last looked at.
    gcTime: 0,
  })
}

function useFileAct<Input>(act: (input: Input) => Promise<unknown>, onDone: () => unknown) {
  const cache = useQueryCache()
  return useMutation({
    mutation: act,
    onSuccess: async () => {
      await onDone()
      await cache.invalidateQueries({ key: filesKey })
    },
  })
}

export function useFileChange(id: string, onDone: () => unknown) {
  const api = useApi()
  return useFileAct(
    (body: Routes['cms.files.update']['body']) => api('cms.files.update', { params: { id }, body }),
    onDone,
  )
}

export function useFileRemoval(id: string, onDone: () => unknown) {
  const api = useApi()
  return useFileAct(() => api('cms.files.destroy', { params: { id } }), onDone)
}

type PostBody = Routes['cms.post_entries.store']['body']
type PageBody = Routes['cms.page_entries.store']['body']
type Known = Partial<Edited>

/** Saves a draft: a new one where there is no id yet. */
export function usePostDraft() {
  const api = useApi()
  return useDraft('posts', ({ id, ...body }: Known & PostBody) =>
    id ? api('cms.post_entries.update', { params: { id }, body }) : api('cms.post_entries.store', { body }),
  )
}

export function usePageDraft() {
  const api = useApi()
  return useDraft('pages', ({ id, ...body }: Known & PageBody) =>
    id ? api('cms.page_entries.update', { params: { id }, body }) : api('cms.page_entries.store', { body }),
  )
}

function useDraft<Body, Saved extends PostEntry | PageEntry>(
  kind: EntryKind,
  save: (body: Body) => Promise<{ data: Saved }>,
) {
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: Body) => save(body).then(({ data }) => data),
    onSuccess: (entry) => {
      cache.setQueryData(entryKey(kind, entry.id), entry as never)
      return cache.invalidateQueries({ key: [...key, 'list'] })
    },
  })
}

/** Something is done with an entry as a whole; whatever was read of content is read anew. */
function useEntryAct<Input>(act: (input: Input) => Promise<unknown>, onDone: () => unknown) {
  const cache = useQueryCache()
  return useMutation({
    mutation: act,
    onSuccess: async () => {
      await onDone()
      await cache.invalidateQueries({ key: [...key, 'list'] })
    },
  })
}

type Which = { kind: EntryKind; id: string }
type Publication = Routes['cms.entry_publications.store']['body']

/** At once, or at a time. */
export function usePublication(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct(
    ({ kind, id, ...body }: Which & Publication) =>
      api('cms.entry_publications.store', { params: { kind, id }, body }),
    onDone,
  )
}

export function useUnpublication(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct((params: Which) => api('cms.entry_publications.destroy', { params }), onDone)
}

export function useUnscheduling(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct((params: Which) => api('cms.entry_schedules.destroy', { params }), onDone)
}

export function useDiscarding(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct((params: Which) => api('cms.entry_drafts.destroy', { params }), onDone)
}

export function useEntryRemoval(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct((params: Which) => api('cms.entries.destroy', { params }), onDone)
}

/** The entry in another language, which is begun where there is none. */
export function useTranslation() {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ kind, id, language }: Which & Routes['cms.entry_translations.store']['body']) =>
      api('cms.entry_translations.store', { params: { kind, id }, body: { language } }).then(
        ({ data }) => data,
      ),
    onSuccess: () => cache.invalidateQueries({ key: [...key, 'list'] }),
  })
}

export function useEditions(which: Which) {
  const api = useApi()
  return useQuery({
    key: [...entryKey(which.kind, which.id), 'editions'],
    query: () => api('cms.entry_editions.index', { params: which }).then(({ data }) => data),
    staleTime: 0,
    ssrCatchError: true,
  })
}

export function useEdition(which: Which & { edition: number }) {
  const api = useApi()
  return useQuery({
    key: [...entryKey(which.kind, which.id), 'editions', which.edition],
    query: () =>
      api('cms.entry_editions.show', { params: { ...which, edition: `${which.edition}` } }).then(
        ({ data }) => data,
      ),
    staleTime: 0,
  })
}

export function useRestoration(onDone: () => unknown) {
  const api = useApi()
  return useEntryAct(
    ({ edition, ...which }: Which & { edition: number }) =>
      api('cms.entry_restorations.store', { params: { ...which, edition: `${edition}` } }),
    onDone,
  )
}

export function usePreviewLink() {
  const api = useApi()
  return useMutation({
    mutation: ({ kind, id, ...body }: Which & { hours: number }) =>
      api('cms.preview_links.store', { params: { kind, id }, body }).then(({ data }) => data),
  })
}
