/** Asks before work that is not saved is left, by a link of the application or by closing the page. */
export function useUnsavedWarning(changed: Ref<boolean>) {
  onBeforeRouteLeave(() => !changed.value || confirm(t('shared.unsaved')))

  const warn = (event: BeforeUnloadEvent) => {
    if (changed.value) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => removeEventListener('beforeunload', warn))
}
