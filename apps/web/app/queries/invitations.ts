const keyOf = (organizationId: string) => ['invitations', organizationId]

export function useInvitationList(organizationId: string) {
  const api = useApi()
  return useQuery({
    key: keyOf(organizationId),
    query: () =>
      api('organizations.invitations.index', { params: { organizationId } }).then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** Every change is followed by the list as it is then. */
function useChange<Input>(
  organizationId: string,
  change: (input: Input) => Promise<unknown>,
  onDone: (input: Input) => void,
) {
  const cache = useQueryCache()
  return useMutation({
    mutation: change,
    onSuccess: (_, input) => onDone(input),
    onSettled: () => cache.invalidateQueries({ key: keyOf(organizationId) }),
  })
}

export function useInviting(organizationId: string, onInvited: (body: { email: string }) => void) {
  const api = useApi()
  const invite = (body: { email: string; role: string }) =>
    api('organizations.invitations.store', { params: { organizationId }, body })
  return useChange(organizationId, invite, onInvited)
}

export function useInvitationMail(organizationId: string, onSent: () => void) {
  const api = useApi()
  const send = (id: string) => api('organizations.invitations.mail', { params: { organizationId, id } })
  return useChange(organizationId, send, onSent)
}

export function useRevoking(organizationId: string, onRevoked: () => void) {
  const api = useApi()
  const revoke = (id: string) => api('organizations.invitations.destroy', { params: { organizationId, id } })
  return useChange(organizationId, revoke, onRevoked)
}
