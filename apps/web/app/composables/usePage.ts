/** A page of the content system at the path of this page; null where a redirect stands instead, which the visitor follows. */
export async function usePage() {
  const path = pathInEnglish(useRoute().path)
  const language = useLanguage().value
  const app = useNuxtApp()
  const found = await usePublished(`page:${language}:${path}`, async (api) => {
    const answer =
      path === '/'
        ? api('cms.home', { query: { language } })
        : api('cms.page', { params: { path: path.slice(1) }, query: { language } })
    return (await answer).data
  })
  const page = found.value
  if (!page.redirect) return page
  const { to, status } = page.redirect
  await app.runWithContext(() => navigateTo(localHref(to), { redirectCode: status, external: true }))
  return null
}
