import type { Entry, EntryDraft } from '~/api/contract'

const postsKey = ['content', 'posts']

export function usePostList(filter: MaybeRefOrGetter<{ search?: string; page: number; perPage: number }>) {
  const api = useApi()
  return useQuery({
    key: () => [...postsKey, 'list', toValue(filter)],
    query: () => api('cms.entries.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export function usePost(id: string) {
  const api = useApi()
  return useQuery({
    key: [...postsKey, id],
    query: () => api('cms.entries.show', { params: { id } }).then(({ data }) => data),
    refetchOnWindowFocus: false,
    ssrCatchError: true,
  })
}

export function useCategoryList() {
  const api = useApi()
  return useQuery({
    key: ['content', 'categories'],
    query: () => api('cms.site').then(({ data }) => data.categories),
    staleTime: 60_000,
    ssrCatchError: true,
  })
}

export function usePostPublication(id: string | undefined, onPublished: (post: Entry) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: EntryDraft) =>
      id ? api('cms.posts.update', { params: { id }, body }) : api('cms.posts.store', { body }),
    onSuccess: ({ data }) => {
      onPublished(data)
      return cache.invalidateQueries({ key: postsKey })
    },
  })
}

export function usePostRemoval(onRemoved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id: string) => api('cms.posts.destroy', { params: { id } }),
    onSuccess: () => {
      onRemoved()
      return cache.invalidateQueries({ key: [...postsKey, 'list'] })
    },
  })
}
