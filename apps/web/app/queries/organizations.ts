import type { Organization } from '~/api/contract'

const key = ['organizations']
const of = (id: string) => [...key, id]

/** Everything that is shown belongs to one organization, so another one begins with an empty page. */
const goOn = () => location.assign('/dashboard')

/** Where the person belongs, asked when somebody wants to see it. */
export function useOrganizationList(wanted: Ref<boolean>) {
  const api = useApi()
  return useQuery({
    key,
    query: () => api('organizations.index').then(({ data }) => data),
    enabled: wanted,
    ssrCatchError: true,
  })
}

export function useSwitch() {
  const api = useApi()
  return useMutation({
    mutation: (organizationId: string) => api('organizations.activate', { body: { organizationId } }),
    onSuccess: goOn,
  })
}

export function useOpening() {
  const api = useApi()
  return useMutation({
    mutation: (body: { name: string; slug?: string }) => api('organizations.store', { body }),
    onSuccess: goOn,
  })
}

export function useOrganization(id: string) {
  const api = useApi()
  return useQuery({
    key: of(id),
    query: () => api('organizations.show', { params: { organizationId: id } }).then(({ data }) => data),
    refetchOnWindowFocus: false,
    ssrCatchError: true,
  })
}

export function useRenaming(id: string, onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: { name: string; slug: string }) =>
      api('organizations.update', { params: { organizationId: id }, body }),
    onSuccess: async ({ data }) => {
      cache.setQueryData(of(id), data)
      await cache.invalidateQueries({ key: ['session'] })
      onSaved()
    },
  })
}

/** The sidebar shows it as well. */
function useLogoChange<Input>(
  id: string,
  change: (input: Input) => Promise<{ data: Organization }>,
  onDone: () => void,
) {
  const cache = useQueryCache()
  return useMutation({
    mutation: change,
    onSuccess: async ({ data }) => {
      cache.setQueryData(of(id), data)
      await cache.invalidateQueries({ key: ['session'] })
      onDone()
    },
  })
}

export function useLogoUpload(id: string, onSaved: () => void) {
  const api = useApi()
  const send = (picture: File) =>
    api('organizations.logo.store', { params: { organizationId: id }, body: { picture } })
  return useLogoChange(id, send, onSaved)
}

export function useLogoRemoval(id: string, onRemoved: () => void) {
  const api = useApi()
  const remove = (_: void) => api('organizations.logo.destroy', { params: { organizationId: id } })
  return useLogoChange(id, remove, onRemoved)
}

function useTwoFactorChange(
  id: string,
  route: 'organizations.two_factor.store' | 'organizations.two_factor.destroy',
  onDone: () => void,
) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api(route, { params: { organizationId: id } }),
    onSuccess: async ({ data }) => {
      cache.setQueryData(of(id), data)
      await cache.invalidateQueries({ key: ['session'] })
      onDone()
    },
  })
}

export const useTwoFactorRequiring = (id: string, onDone: () => void) =>
  useTwoFactorChange(id, 'organizations.two_factor.store', onDone)

export const useTwoFactorReleasing = (id: string, onDone: () => void) =>
  useTwoFactorChange(id, 'organizations.two_factor.destroy', onDone)

export function useLeaving(id: string) {
  const api = useApi()
  return useMutation({
    mutation: () => api('organizations.leave', { params: { organizationId: id } }),
    onSuccess: goOn,
  })
}

export function useDeleting(id: string) {
  const api = useApi()
  return useMutation({
    mutation: (name: string) =>
      api('organizations.destroy', { params: { organizationId: id }, body: { name } }),
    onSuccess: goOn,
  })
}
