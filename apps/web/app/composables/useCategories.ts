import type { Category } from '~/api/contract'

/** The filter is an extra: without an answer the blog shows itself without it. */
export async function useCategories() {
  const api = useApi()
  const { data } = await useAsyncData(
    'categories',
    () =>
      api('cms.categories').then(
        ({ data }) => data,
        (): Category[] => [],
      ),
    { default: (): Category[] => [] },
  )
  return data
}
