/** An act of an administrator on one record: done, the record and every list are read anew. */
export function useAct<Input>(
  key: string[],
  act: (api: ReturnType<typeof useApi>, input: Input) => Promise<unknown>,
  onDone: () => void,
) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (input: Input) => act(api, input),
    onSuccess: () => {
      onDone()
      return cache.invalidateQueries({ key })
    },
  })
}
