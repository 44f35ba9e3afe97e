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
      await cache.invalidateQueries({ key: ['session'] })
      onNoted(data.deletionDueAt ?? '')
    },
  })
}

export function useDeletionWithdrawal(onKept: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('user.deletion.destroy'),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: ['session'] })
      onKept()
    },
  })
}
