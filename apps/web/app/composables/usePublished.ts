import { ApiError } from '@gantry/api-contract'

type Api = ReturnType<typeof useApi>

/** Loads what a public page shows. Missing is a 404 and a silent backend a 503, each with its own error page. */
export async function usePublished<T>(key: string, load: (api: Api) => Promise<T>) {
  const api = useApi()
  const { data, error } = await useAsyncData(key, () => load(api))
  if (error.value) throw asPageError(error.value.cause)
  return data as Ref<T>
}

/** An address that cannot exist is one that does not. */
const shown: Record<number, number> = { 400: 404, 404: 404, 422: 404, 429: 429, 503: 503, 504: 503 }

function asPageError(cause: unknown) {
  if (!(cause instanceof ApiError)) return createError({ status: 503, fatal: true })
  const status = shown[cause.status] ?? 500
  return createError({ status, fatal: true, data: { requestId: cause.requestId } })
}
