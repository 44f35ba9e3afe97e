import type { Routes } from '@gantry/api-contract'
import { useAct } from './act'

const key = ['admin', 'billing']
const webhooksKey = [...key, 'webhooks']

export type WebhookFilter = Routes['admin.billing.webhooks.index']['query']

export function useBillingFigures() {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('admin.billing.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useWebhookList(filter: MaybeRefOrGetter<WebhookFilter>) {
  const api = useApi()
  return useQuery({
    key: () => [...webhooksKey, toValue(filter)],
    query: () => api('admin.billing.webhooks.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export const useWebhookReplay = (onDone: () => void) =>
  useAct(
    webhooksKey,
    (api, webhook: string) => api('admin.billing.webhooks.replay', { params: { key: webhook } }),
    onDone,
  )
