import { useMe } from './user'

/** The active organization and what the signed-in person may do in it. */
export function useOrganization() {
  const { data: me } = useMe()
  const organization = computed(() => me.value?.organization ?? null)
  const manages = computed(() => ['owner', 'admin'].includes(organization.value?.role ?? ''))
  return { organization, manages }
}
