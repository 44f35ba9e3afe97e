/**
 * The secret of a link in a mail: it stands behind the `#`, which stays in the browser, and leaves the address once it is
 * read, so that neither the history nor a shared screen has it. Null where there is none.
 */
export function useLinkSecret() {
  const secret = ref<string | null>()
  onMounted(() => {
    secret.value = location.hash.slice(1) || null
    const current = location.pathname + location.search
    // The router writes back what it finds under `current`.
    if (secret.value) history.replaceState({ ...history.state, current }, '', current)
  })
  useHead({
    meta: [
      { name: 'robots', content: 'noindex' },
      { name: 'referrer', content: 'no-referrer' },
    ],
  })
  return secret
}
