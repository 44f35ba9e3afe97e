/** Words behind the login, but for those of the operators. */
const dashboard = ['account', 'billing', 'dashboard', 'organizations', 'settings']

const areas: [path: RegExp, names: string[]][] = [
  [/^\/dashboard\/studio$/, [...dashboard, 'editing']],
  [/^\/dashboard(?:\/|$)/, dashboard],
  [/^\/admin(?:\/|$)/, [...dashboard, 'admin', 'editing']],
  [/^\/preview(?:\/|$)/, [...dashboard, 'editing', 'site']],
]

/** The files below locales/ that a page needs; `shared` is for what appears in several areas, as the site's frame does. */
export const areasOf = (path: string, isPublic: boolean) => {
  const [, names] = areas.find(([pattern]) => pattern.test(path)) ?? ['', [isPublic ? 'site' : 'account']]
  return ['shared', ...names]
}
