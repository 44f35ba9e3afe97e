const key = ['passkeys']

export function usePasskeys() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('auth.passkeys.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

function useChange<Input>(change: (input: Input) => Promise<unknown>, onDone: () => void) {
  const cache = useQueryCache()
  return useMutation({
    mutation: change,
    onSuccess: async () => {
      await cache.invalidateQueries({ key })
      onDone()
    },
  })
}

export function usePasskeyAdding(onDone: () => void) {
  const api = useApi()
  const { make } = usePasskeyDevice()
  return useChange(
    async (name: string) => api('auth.passkeys.store', { body: { name, credential: await make() } }),
    onDone,
  )
}

export function usePasskeyRenaming(onDone: () => void) {
  const api = useApi()
  return useChange(
    ({ id, name }: { id: string; name: string }) =>
      api('auth.passkeys.update', { params: { id }, body: { name } }),
    onDone,
  )
}

export function usePasskeyRemoval(onDone: () => void) {
  const api = useApi()
  return useChange((id: string) => api('auth.passkeys.destroy', { params: { id } }), onDone)
}
