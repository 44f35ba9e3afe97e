/** The values a choice may have, or `any` where only the API knows them. */
type Choices = Record<string, readonly string[] | 'any'>
type Chosen<Offered extends Choices> = {
  [Name in keyof Offered]?: Offered[Name] extends readonly (infer Value extends string)[] ? Value : string
}

/**
 * What a table shows, kept in the address: reloaded, shared or gone back to, it is the same. A choice that is not offered
 * counts as none; whatever changes what is found leads back to the first page.
 */
export function useTable<const Offered extends Choices>(offered: Offered) {
  const route = useRoute()
  const said = (name: string) => route.query[name]?.toString() || undefined

  const search = computed(() => said('search'))
  const page = computed(() => Math.max(1, Math.trunc(Number(said('page'))) || 1))
  const chosen = computed(() => {
    const entries = Object.entries(offered).map(([name, values]) => [
      name,
      values === 'any' ? said(name) : values.find((value) => value === said(name)),
    ])
    return Object.fromEntries(entries) as Record<string, string | undefined>
  })
  const isFiltered = computed(() =>
    Object.entries({ ...chosen.value, search: search.value }).some(
      ([name, value]) => name !== 'sort' && value,
    ),
  )

  /** Typing does not fill the history; everything else can be gone back from. */
  const show = (change: object) =>
    navigateTo(
      { query: { ...chosen.value, search: search.value, ...change } },
      { replace: 'search' in change },
    )
  return { search, page, chosen: chosen as ComputedRef<Chosen<Offered>>, isFiltered, show }
}
