import { sessionQuery } from './session'

export const useMe = () => useQuery(sessionQuery())

export function useProfileUpdate(onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: { fullName: string }) => api('user.update', { body }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: ['session'] })
      onSaved()
    },
  })
}

export function useAvatarUpload(onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (picture: File) => api('user.avatar.store', { body: { picture } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: ['session'] })
      onSaved()
    },
  })
}

export function useAvatarRemoval(onRemoved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: () => api('user.avatar.destroy'),
    onSuccess: async () => {
      await cache.invalidateQueries({ key: ['session'] })
      onRemoved()
    },
  })
}

export function usePasswordChange(onSaved: () => void) {
  const api = useApi()
  return useMutation({
    mutation: (body: { currentPassword: string; password: string }) => api('auth.change_password', { body }),
    onSuccess: onSaved,
  })
}

export function useFirstPassword(onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: { password: string }) => api('auth.password.store', { body }),
    onSuccess: async () => {
      onSaved()
      await cache.invalidateQueries({ key: ['session'] })
    },
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
