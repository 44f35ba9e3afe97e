import { sessionQuery } from './session'

export const useMe = () => useQuery(sessionQuery())

export function useProfileUpdate() {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: { fullName: string }) => api('user.update', { body }),
    onSuccess: () => cache.invalidateQueries({ key: ['session'] }),
  })
}

export function usePasswordChange() {
  const api = useApi()
  return useMutation({
    mutation: (body: { currentPassword: string; password: string }) => api('auth.change_password', { body }),
  })
}

/** Leaves by a full page load: nothing the person saw stays in memory. */
export function useSignOut() {
  const api = useApi()
  return useMutation({
    mutation: () => api('auth.logout'),
    onSuccess: () => {
      localStorage.removeItem('gantry-signed-in')
      location.assign('/')
    },
  })
}
