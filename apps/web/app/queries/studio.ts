const key = ['content', 'studio-seats']

/** How many may open the Studio, and who does. */
export function useStudioSeats(enabled: () => boolean) {
  const api = useApi()
  return useQuery({
    key,
    enabled,
    query: () => api('cms.studio_seats.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

export function useSeatReturn(onReturned: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('cms.studio_seats.destroy'),
    onSuccess: onReturned,
    onSettled: () => cache.invalidateQueries({ key }),
  })
}
