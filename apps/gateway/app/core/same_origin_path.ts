const base = 'http://same.origin'

/** Browsers read `//host`, `/\host` and tabs inside as another site; only what resolves to ours is a path of ours. */
export function sameOriginPath(next: unknown) {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, base)) return null
  const { origin, pathname, search, hash } = new URL(next, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : null
}
