/** Afterwards everything on the page would be somebody else's, so it is loaded anew. */
export function useImpersonation(id: string) {
  const api = useApi()
  return useMutation({
    mutation: (reason: string) => api('admin.users.impersonate', { params: { id }, body: { reason } }),
    onSuccess: () => navigateTo('/dashboard', { external: true }),
  })
}

export function useImpersonationEnd(id: () => string) {
  const api = useApi()
  return useMutation({
    mutation: () => api('auth.impersonation.destroy'),
    onSuccess: () => navigateTo(`/admin/users/${id()}`, { external: true }),
  })
}
