const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/

/** What proves that a request comes from a page of ours; asked for where the browser has none, or has an old one. */
export async function csrfToken(renew = false) {
  if (renew || !cookie.test(document.cookie)) await fetch('/api/auth/csrf')
  const [, token] = cookie.exec(document.cookie) ?? []
  return token ? decodeURIComponent(token) : undefined
}
