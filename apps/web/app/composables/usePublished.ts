import type { AsyncData } from '#app'
import { ApiError } from '~/plugins/api'

/** Loads what a public page shows. Missing is a 404 and a silent backend a 503, each with its own error page. */
export async function usePublished<T>(key: string, load: (api: ReturnType<typeof useApi>) => Promise<T>) {
  const api = useApi()
  const { data, error } = await useAsyncData(key, () => load(api))
  if (error.value) throw asPageError(error.value)
  return data as Ref<T>
}

function asPageError(error: Error) {
  const cause = error.cause ?? error
  if (!(cause instanceof ApiError)) return createError({ status: 503, fatal: true })
  const status = cause.status === 404 ? 404 : cause.status === 503 ? 503 : 500
  return createError({ status, fatal: true, data: { requestId: cause.requestId } })
}
