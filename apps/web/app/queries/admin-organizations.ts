import type { Routes } from '@gantry/api-contract'
import { useAct } from './act'

const key = ['admin', 'organizations']
const touched = ['admin']

export type OrganizationFilter = Routes['admin.organizations.index']['query']

export function useOrganizationList(filter: MaybeRefOrGetter<OrganizationFilter>) {
  const api = useApi()
  return useQuery({
    key: () => [...key, 'list', toValue(filter)],
    query: () => api('admin.organizations.index', { query: toValue(filter) }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

export function useOrganizationRecord(id: string) {
  const api = useApi()
  return useQuery({
    key: [...key, id],
    query: () => api('admin.organizations.show', { params: { id } }).then(({ data }) => data),
    ssrCatchError: true,
  })
}

export const useOrganizationRenaming = (id: string, onDone: () => void) =>
  useAct(
    touched,
    (api, body: { name: string; slug: string }) =>
      api('admin.organizations.update', { params: { id }, body }),
    onDone,
  )
export function useOrganizationBilling(id: string) {
  const api = useApi()
  return useQuery({
    key: [...key, id, 'billing'],
    query: () => api('admin.organizations.billing', { params: { id } }).then(({ data }) => data),
    ssrCatchError: true,
  })
}

export const useOrganizationDisabling = (id: string, onDone: () => void) =>
  useAct(
    touched,
    (api, reason: string) => api('admin.organizations.disable', { params: { id }, body: { reason } }),
    onDone,
  )

export const useOrganizationEnabling = (id: string, onDone: () => void) =>
  useAct<void>(touched, (api) => api('admin.organizations.enable', { params: { id } }), onDone)
