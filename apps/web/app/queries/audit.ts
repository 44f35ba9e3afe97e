import type { Routes } from '@gantry/api-contract'

type Cursor = MaybeRefOrGetter<string | undefined>
export type EventFilter = Omit<Routes['admin.ledger.index']['query'], 'cursor' | 'perPage'>

/** What a person did, and what was done to their account. */
export function useOwnEvents(cursor: Cursor) {
  const api = useApi()
  return useQuery({
    key: () => ['events', 'own', toValue(cursor) ?? null],
    query: () => api('user.events.index', { query: { cursor: toValue(cursor), perPage: 10 } }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

/** What has happened in the organization. */
export function useAudit(filter: MaybeRefOrGetter<EventFilter>, cursor: Cursor) {
  const api = useApi()
  return useQuery({
    key: () => ['events', 'organization', toValue(filter), toValue(cursor) ?? null],
    query: () => api('audit.index', { query: { ...toValue(filter), cursor: toValue(cursor) } }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export function useAuditChoices() {
  const api = useApi()
  return useQuery({
    key: ['events', 'choices'],
    query: () => api('audit.choices').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** What has happened on the platform, or to one of its people or organizations. */
export function usePlatformEvents(filter: MaybeRefOrGetter<EventFilter>, cursor: Cursor, perPage = 25) {
  const api = useApi()
  return useQuery({
    key: () => ['admin', 'events', toValue(filter), perPage, toValue(cursor) ?? null],
    query: () =>
      api('admin.ledger.index', { query: { ...toValue(filter), cursor: toValue(cursor), perPage } }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}
