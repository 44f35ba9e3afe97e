import { useAct } from './act'

const queuesKey = ['admin', 'queues']

export function useStatistics() {
  const api = useApi()
  return useQuery({
    key: ['admin', 'statistics'],
    query: () => api('admin.statistics.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** Whether each service answers. */
export function useSystem() {
  const api = useApi()
  return useQuery({
    key: ['admin', 'system'],
    query: () => api('admin.system.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useQueues() {
  const api = useApi()
  return useQuery({
    key: queuesKey,
    query: () => api('admin.queues.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useFailedJobs(queue: MaybeRefOrGetter<string>, page: MaybeRefOrGetter<number>) {
  const api = useApi()
  return useQuery({
    key: () => [...queuesKey, toValue(queue), toValue(page)],
    query: () =>
      api('admin.queues.failures.index', {
        params: { queue: toValue(queue) },
        query: { page: toValue(page), perPage: 20 },
      }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export const useJobRetry = (onDone: () => void) =>
  useAct(
    queuesKey,
    (api, params: { queue: string; job: string }) => api('admin.queues.failures.retry', { params }),
    onDone,
  )

export const useJobRemoval = (onDone: () => void) =>
  useAct(
    queuesKey,
    (api, params: { queue: string; job: string }) => api('admin.queues.failures.destroy', { params }),
    onDone,
  )
