const keyOf = (organizationId: string) => ['teams', organizationId]

export interface TeamDraft {
  name: string
  resources: ('billing' | 'audit')[]
  userIds: string[]
}

export function useTeamList(organizationId: string) {
  const api = useApi()
  return useQuery({
    key: keyOf(organizationId),
    query: () => api('organizations.teams.index', { params: { organizationId } }).then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** Everybody who can be put into a team; an organization has at most as many as one page holds. */
export function useEverybody(organizationId: string) {
  const api = useApi()
  return useQuery({
    key: ['members', organizationId, 'everybody'],
    query: () =>
      api('organizations.members.index', { params: { organizationId }, query: { perPage: 100 } }).then(
        ({ data }) => data,
      ),
    ssrCatchError: true,
  })
}

/** A new team, or the one with this id as it should be. */
export function useTeamSaving(organizationId: string, id: string | undefined, onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: TeamDraft) =>
      id
        ? api('organizations.teams.update', { params: { organizationId, id }, body })
        : api('organizations.teams.store', { params: { organizationId }, body }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: keyOf(organizationId) })
      onSaved()
    },
  })
}

export function useTeamRemoval(organizationId: string, onRemoved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id: string) => api('organizations.teams.destroy', { params: { organizationId, id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: keyOf(organizationId) })
      onRemoved()
    },
  })
}
