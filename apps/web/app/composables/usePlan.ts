import type { Entitlements } from '~/api/contract'
import { useEntitlements } from '~/queries/billing'

type Features = Entitlements['features']
type Of<Value> = { [F in keyof Features]: Features[F] extends Value ? F : never }[keyof Features]

/** What the organization's plan includes: `plan.can('sso')`, `plan.limit('api_calls')`. Null while it is not known, and for no limit. */
export function usePlan() {
  const { data } = useEntitlements()
  return {
    can: (flag: Of<boolean>) => data.value?.features[flag] ?? null,
    limit: (limit: Exclude<keyof Features, Of<boolean>>) => data.value?.features[limit] ?? null,
  }
}
