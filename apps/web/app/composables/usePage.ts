/** A page of the content system at a path; null where a redirect stands instead, which the visitor follows. */
export async function usePage(path: string) {
  const app = useNuxtApp()
  const found = await usePublished(`page:${path}`, async (api) => {
    const answer = path === '/' ? api('cms.home') : api('cms.page', { params: { path: path.slice(1) } })
    return (await answer).data
  })
  const page = found.value
  if (!page.redirect) return page
  const { to, status } = page.redirect
  await app.runWithContext(() => navigateTo(to, { redirectCode: status, external: true }))
  return null
}
