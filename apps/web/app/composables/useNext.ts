const base = 'http://same.origin'

/** Where to go after signing in: a path of this site from `?next=`, or the dashboard. */
export function useNext() {
  const { next } = useRoute().query
  return computed(() => samePath(next) ?? '/dashboard')
}

/** Browsers read `//host`, `/\host` and tabs inside as another site; only what resolves to ours counts. */
export function samePath(next: unknown) {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, base)) return
  const { origin, pathname, search, hash } = new URL(next, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : undefined
}
