const key = ['sessions']

/** Everywhere the person is signed in. */
export function useSessions() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('auth.sessions.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** Ends one session by its id, or without one every other. */
export function useSessionEnd(onEnded: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id?: string) =>
      id ? api('auth.sessions.destroy', { params: { id } }) : api('auth.sessions.destroy_others'),
    onSuccess: onEnded,
    onSettled: () => cache.invalidateQueries({ key }),
  })
}
