import type { Plan } from '~/api/contract'

/**
 * The plans in one currency, or none where they cannot be loaded now.
 *
 * @param wanted what the address says; where no plan has it, the first currency of the price list
 */
export async function usePlans(wanted?: unknown) {
  const api = useApi()
  const { data } = await useAsyncData(
    'plans',
    spare(() => api('billing.plans.index').then(({ data }) => data), []),
  )
  const all = data as Ref<Plan[]>
  const currencies = computed(() => [...new Set(all.value.map(({ currency }) => currency))])
  const currency = computed(() => currencies.value.find((code) => code === wanted) ?? currencies.value[0])
  const plans = computed(() => all.value.filter((plan) => plan.currency === currency.value))
  return { plans, currency, currencies }
}
