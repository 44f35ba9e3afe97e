import type { SingleSignOn } from '~/api/contract'

const key = ['single-sign-on']

export interface ProviderDraft {
  issuer: string
  clientId: string
  clientSecret?: string
  role: string
  isRequired: boolean
}

export function useSingleSignOn() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('single_sign_on.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** Changes answer how things stand then, so that nothing is asked twice. */
function useChange<Input>(change: (input: Input) => Promise<{ data: SingleSignOn }>, onDone: () => void) {
  const cache = useQueryCache()
  return useMutation({
    mutation: change,
    onSuccess: ({ data }) => {
      cache.setQueryData(key, data)
      onDone()
    },
  })
}

export function useProviderSaving(onDone: () => void) {
  const api = useApi()
  return useChange((body: ProviderDraft) => api('single_sign_on.update', { body }), onDone)
}

export function useDomainAdding(onDone: () => void) {
  const api = useApi()
  return useChange((name: string) => api('single_sign_on.domains.store', { body: { name } }), onDone)
}

export function useDomainVerifying(onDone: () => void) {
  const api = useApi()
  return useChange((id: string) => api('single_sign_on.domains.verify', { params: { id } }), onDone)
}

function useRemoval<Input>(remove: (input: Input) => Promise<unknown>, onDone: () => void) {
  const cache = useQueryCache()
  return useMutation({
    mutation: remove,
    onSuccess: async () => {
      await cache.invalidateQueries({ key })
      onDone()
    },
  })
}

export function useDomainRemoving(onDone: () => void) {
  const api = useApi()
  return useRemoval((id: string) => api('single_sign_on.domains.destroy', { params: { id } }), onDone)
}

export function useProviderRemoving(onDone: () => void) {
  const api = useApi()
  return useRemoval((_: true) => api('single_sign_on.destroy'), onDone)
}

/** Whether the provider answers. */
export function useProviderCheck(onDone: () => void) {
  const api = useApi()
  return useMutation({ mutation: () => api('single_sign_on.check'), onSuccess: onDone })
}
