import type { Routes } from '@gantry/api-contract'

const key = ['admin', 'users']

export type UserFilter = Routes['admin.users.index']['query']

export function useUserList(filter: MaybeRefOrGetter<UserFilter>) {
  const api = useApi()
  return useQuery({
    key: () => [...key, 'list', toValue(filter)],
    query: () => api('admin.users.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export function useUserRecord(id: string) {
  const api = useApi()
  return useQuery({
    key: [...key, id],
    query: () => api('admin.users.show', { params: { id } }).then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** An act on one person: done, their record and every list are read anew. */
function useAct<Input>(
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

export const useUserUpdate = (id: string, onDone: () => void) =>
  useAct(
    (api, body: Partial<Routes['admin.users.update']['body']>) =>
      api('admin.users.update', { params: { id }, body }),
    onDone,
  )

export const useUserDisabling = (id: string, onDone: () => void) =>
  useAct((api, reason: string) => api('admin.users.disable', { params: { id }, body: { reason } }), onDone)

export const useUserEnabling = (id: string, onDone: () => void) =>
  useAct<void>((api) => api('admin.users.enable', { params: { id } }), onDone)

export const useUserSignOut = (id: string, onDone: () => void) =>
  useAct<void>((api) => api('admin.users.sign_out', { params: { id } }), onDone)

export const useUserVerificationMail = (id: string, onDone: () => void) =>
  useAct<void>((api) => api('admin.users.verify', { params: { id } }), onDone)
