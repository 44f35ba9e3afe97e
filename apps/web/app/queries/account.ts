/** Proves again who is sitting here; done, what asked for it goes on. */
export function useConfirm(onConfirmed: () => void) {
  const api = useApi()
  return useMutation({
    mutation: (body: { password: string }) => api('auth.confirmation.store', { body }),
    onSuccess: onConfirmed,
  })
}
