const key = ['two-factor']

export function useTwoFactor() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('auth.two_factor.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** A new secret for an app, with the address that its picture holds. */
export function useNewSecret() {
  const api = useApi()
  return useMutation({ mutation: () => api('auth.two_factor.secret').then(({ data }) => data) })
}

export function useTwoFactorEnabling(onDone: (recoveryCodes: string[]) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (code: string) => api('auth.two_factor.store', { body: { code } }),
    onSuccess: async ({ data }) => {
      onDone(data.recoveryCodes)
      await cache.invalidateQueries({ key })
    },
  })
}

export function useTwoFactorDisabling(onDone: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('auth.two_factor.destroy'),
    onSuccess: async () => {
      await cache.invalidateQueries({ key })
      onDone()
    },
  })
}

export function useRecoveryCodeRenewal(onDone: (recoveryCodes: string[]) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('auth.two_factor.recovery_codes'),
    onSuccess: async ({ data }) => {
      onDone(data.recoveryCodes)
      await cache.invalidateQueries({ key })
    },
  })
}
