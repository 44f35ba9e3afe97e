import type { ApiKey, ApiKeyChoices, IssuedApiKey } from '~/api/contract'

const key = ['api-keys']

export interface ApiKeyDraft {
  name: string
  scopes: ApiKeyChoices['scopes']
  perMinute: number
  expiresInDays: number | null
}

export function useApiKeys() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('api_keys.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** What a new key can be given. */
export function useApiKeyChoices() {
  const api = useApi()
  return useQuery({
    key: ['api-keys', 'choices'],
    query: () => api('api_keys.choices').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useApiKeyCreating(onCreated: (issued: IssuedApiKey, draft: ApiKeyDraft) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: ApiKeyDraft) => api('api_keys.store', { body }),
    onSuccess: async ({ data }, draft) => {
      onCreated(data, draft)
      await cache.invalidateQueries({ key })
    },
  })
}

export function useApiKeyRevoking(onRevoked: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ id }: ApiKey) => api('api_keys.destroy', { params: { id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key })
      onRevoked()
    },
  })
}
