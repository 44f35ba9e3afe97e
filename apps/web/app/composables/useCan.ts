import type { Permission } from '~/api/contract'
import { useMe } from '~/queries/user'

/** Whether the signed-in person may do something, to hide what the gateway would refuse: `can('billing.manage')`. */
export function useCan() {
  const { data: me } = useMe()
  return (permission: Permission) => me.value?.permissions.includes(permission) ?? false
}
