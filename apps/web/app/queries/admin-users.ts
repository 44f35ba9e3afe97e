import type { Routes } from '@gantry/api-contract'
import { useAct } from './act'

const key = ['admin', 'users']
/** Whatever is done to somebody is in the ledger too. */
const touched = ['admin']

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

export const useUserUpdate = (id: string, onDone: () => void) =>
  useAct(
    touched,
    (api, body: Partial<Routes['admin.users.update']['body']>) =>
      api('admin.users.update', { params: { id }, body }),
    onDone,
  )

export const useUserDisabling = (id: string, onDone: () => void) =>
  useAct(
    touched,
    (api, reason: string) => api('admin.users.disable', { params: { id }, body: { reason } }),
    onDone,
  )

export const useUserEnabling = (id: string, onDone: () => void) =>
  useAct<void>(touched, (api) => api('admin.users.enable', { params: { id } }), onDone)

export const useUserSignOut = (id: string, onDone: () => void) =>
  useAct<void>(touched, (api) => api('admin.users.sign_out', { params: { id } }), onDone)

export const useTwoFactorReset = (id: string, onDone: () => void) =>
  useAct(
    touched,
    (api, body: Routes['admin.users.reset_two_factor']['body']) =>
      api('admin.users.reset_two_factor', { params: { id }, body }),
    onDone,
  )

export const useUserVerificationMail = (id: string, onDone: () => void) =>
  useAct<void>(touched, (api) => api('admin.users.verify', { params: { id } }), onDone)
