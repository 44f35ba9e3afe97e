import { defineQueryOptions } from '@pinia/colada'
import { ApiError } from '@gantry/api-contract'

/** The signed-in person, or null. */
export const sessionQuery = defineQueryOptions(() => {
  const api = useApi()
  return {
    key: ['session'],
    query: async () => {
      try {
        return (await api('auth.me')).data
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null
        throw error
      }
    },
  }
})
