import type { Plan } from '~/api/contract'

export async function usePlans() {
  const api = useApi()
  const { data } = await useAsyncData(
    'plans',
    () =>
      api('billing.plans.index').then(
        ({ data }) => data,
        (): Plan[] => [],
      ),
    {
      default: (): Plan[] => [],
    },
  )
  return data
}
