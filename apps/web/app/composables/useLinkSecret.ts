/** The secret of a link in a mail: it stands behind the `#`, which stays in the browser. Null where there is none. */
export function useLinkSecret() {
  const secret = ref<string | null>()
  onMounted(() => (secret.value = location.hash.slice(1) || null))
  useHead({
    meta: [
      { name: 'robots', content: 'noindex' },
      { name: 'referrer', content: 'no-referrer' },
    ],
  })
  return secret
}
