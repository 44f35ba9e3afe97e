const key = ['data-export']

/** The file with the person's data, being made or made, or null. */
export function useDataExport() {
  const api = useApi()
  return useQuery({
    key,
    query: async () => (await api('user.export.index')).data[0] ?? null,
    ssrCatchError: true,
  })
}

export function useDataRequest() {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('user.export.store'),
    onSuccess: () => cache.invalidateQueries({ key }),
  })
}

/** @param onNoted told when it is to happen */
export function useDeletion(onNoted: (date: string) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('user.destroy'),
    onSuccess: async ({ data }) => {
      onNoted(data.deletionDueAt ?? '')
      await cache.invalidateQueries({ key: ['session'] })
    },
  })
}

export function useDeletionWithdrawal(onKept: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('user.deletion.destroy'),
    onSuccess: async () => {
      onKept()
      await cache.invalidateQueries({ key: ['session'] })
    },
  })
}
