import type { Plan } from '~/api/contract'

export async function usePlans() {
  const api = useApi()
  const { data } = await useAsyncData('plans', () => api.get<Plan[]>('/api/billing/plans').catch(() => []), {
    default: () => [],
  })
  return data
}
