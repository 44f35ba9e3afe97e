/** The way through a list that is read by cursors: further back, and forward again. Another filter begins anew. */
export function useTrail(filter: () => unknown = () => null) {
  const passed = ref<string[]>([])
  watch(
    () => JSON.stringify(filter()),
    () => (passed.value = []),
  )
  return {
    cursor: computed(() => passed.value.at(-1)),
    older: (next: string) => passed.value.push(next),
    newer: () => passed.value.pop(),
  }
}
