import type { Preferences } from '~/api/contract'

const key = ['preferences']

export function usePreferences() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('preferences.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** What is not mentioned stays as it is. */
export function usePreferenceChange(onSaved?: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  const timeZone = useTimeZone()
  return useMutation({
    mutation: (body: Partial<Preferences>) => api('preferences.update', { body }),
    onSuccess: async ({ data }) => {
      timeZone.value = data.timeZone
      await Promise.all([cache.invalidateQueries({ key }), cache.invalidateQueries({ key: ['session'] })])
      onSaved?.()
    },
  })
}
