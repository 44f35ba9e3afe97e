const key = ['identities']

export function useIdentities() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('auth.identities.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useProviderList() {
  const api = useApi()
  return useQuery({
    key: ['providers'],
    query: () => api('auth.providers.index').then(({ data }) => data),
    staleTime: 60_000,
    ssrCatchError: true,
  })
}

/** Goes to the provider, where the person agrees to it. */
export function useConnecting() {
  const api = useApi()
  return useMutation({
    mutation: (provider: string) => api('auth.identities.store', { body: { provider } }),
    onSuccess: ({ data }) => location.assign(data.location),
  })
}

export function useDisconnecting(onDone: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id: string) => api('auth.identities.destroy', { params: { id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key })
      onDone()
    },
  })
}
