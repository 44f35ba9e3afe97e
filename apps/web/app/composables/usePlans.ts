import type { Plan } from '~/api/contract'

/** The plans, or none where they cannot be loaded now. */
export async function usePlans() {
  const api = useApi()
  const { data } = await useAsyncData(
    'plans',
    spare(() => api('billing.plans.index').then(({ data }) => data), []),
  )
  return data as Ref<Plan[]>
}
