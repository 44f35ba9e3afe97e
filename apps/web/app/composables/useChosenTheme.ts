import { usePreferenceChange } from '~/queries/preferences'
import { useMe } from '~/queries/user'

/**
 * Lets a page for one person say which theme they chose, before its first paint and on every device, and keeps what they
 * choose by the switch.
 */
export function useChosenTheme() {
  const { data: me } = useMe()
  const { mutate: choose } = usePreferenceChange()
  useHead(() => ({ htmlAttrs: { 'data-theme': me.value?.theme } }))

  const keep = (event: Event) => choose({ theme: (event as CustomEvent<'light' | 'dark'>).detail })
  onMounted(() => addEventListener('gantry:theme', keep))
  onUnmounted(() => removeEventListener('gantry:theme', keep))
}
