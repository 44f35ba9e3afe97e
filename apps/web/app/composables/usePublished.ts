import { ApiError } from '~/api/client'

type Api = ReturnType<typeof useApi>

/** Loads what a public page shows. Missing is a 404 and a silent backend a 503, each with its own error page. */
export async function usePublished<T>(key: string, load: (api: Api) => Promise<T>) {
  const api = useApi()
  const { data, error } = await useAsyncData(key, () => load(api))
  if (error.value) throw asPageError(error.value.cause)
  return data as Ref<T>
}

function asPageError(cause: unknown) {
  if (!(cause instanceof ApiError)) return createError({ status: 503, fatal: true })
  const status = [404, 429, 503].includes(cause.status) ? cause.status : 500
  return createError({ status, fatal: true, data: { requestId: cause.requestId } })
}
