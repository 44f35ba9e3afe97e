import { useMe } from '~/queries/user'

/** The organization that is closed to the person until they have a second factor, and the way on once they have. */
export function useSecondFactorNeed() {
  const { data: me } = useMe()
  const cache = useQueryCache()
  const route = useRoute()
  const organization = computed(() => {
    const active = me.value?.organization
    return active?.needsSecondFactor ? active : null
  })

  async function settle() {
    if (!organization.value) return
    await cache.invalidateQueries({ key: ['session'] })
    if (!organization.value) await navigateTo(samePath(route.query.next) ?? '/dashboard')
  }
  return { organization, settle }
}
