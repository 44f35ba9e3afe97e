const keyOf = (organizationId: string) => ['members', organizationId]

export function useMemberList(
  organizationId: string,
  filter: MaybeRefOrGetter<{ search?: string; page: number; perPage: number }>,
) {
  const api = useApi()
  return useQuery({
    key: () => [...keyOf(organizationId), toValue(filter)],
    query: () => api('organizations.members.index', { params: { organizationId }, query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

/** One's own role decides what the pages show, so who changes it is told anew who they are. */
export function useRoleChange(organizationId: string, onChanged: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ userId, role }: { userId: string; role: string }) =>
      api('organizations.members.update', { params: { organizationId, userId }, body: { role } }),
    onSuccess: onChanged,
    onSettled: async () => {
      await cache.invalidateQueries({ key: ['session'] })
      await cache.invalidateQueries({ key: keyOf(organizationId) })
      await cache.invalidateQueries({ key: ['organizations', organizationId] })
    },
  })
}

export function useMemberRemoval(organizationId: string, onRemoved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (userId: string) =>
      api('organizations.members.destroy', { params: { organizationId, userId } }),
    onSuccess: onRemoved,
    onSettled: () => cache.invalidateQueries({ key: keyOf(organizationId) }),
  })
}
