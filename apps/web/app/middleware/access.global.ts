import { ApiError } from '@gantry/api-contract'
import { sessionQuery } from '~/queries/session'

/** Keeps people out of pages they cannot use; what they may do is decided by the gateway, request by request. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (!to.meta.access) return
  const event = useRequestEvent()
  if (event) event.context.private = true

  const cache = useQueryCache()
  const { data: me, error } = await cache.refresh(cache.ensure(sessionQuery())).catch(failed)
  if (error) return abortNavigation(unavailable(error))
  if (!me) return navigateTo({ path: '/login', query: { next: to.fullPath } })
  useTimeZone().value = me.timeZone
  // Before the first paint; afterwards the layout keeps it.
  if (event) useHead({ htmlAttrs: { 'data-theme': me.theme } })
  const { language } = me
  if (event && language) await useNuxtApp().$i18n.setLocale(language)
  if (import.meta.client) {
    useSignedInHint().signedIn()
    if (language) keepLanguage(language)
  }
  const { access } = to.meta
  if (me.organization?.needsSecondFactor && showsOrganization(to))
    return navigateTo({ path: '/dashboard/settings/security', query: { next: to.fullPath } })
  if (access !== 'member' && !me.permissions.includes(access))
    return abortNavigation(createError({ status: 403 }))
})

/** The overview, billing, and what a role in the organization opens; the rest is the person's own. */
const showsOrganization = ({ path, meta }: { path: string; meta: { access?: string } }) =>
  path === '/dashboard' ||
  path.startsWith('/dashboard/billing') ||
  (path.startsWith('/dashboard/') && meta.access !== 'member')

const failed = (error: unknown) => ({ data: undefined, error })

const unavailable = (error: unknown) =>
  createError({ status: 503, data: { requestId: error instanceof ApiError ? error.requestId : undefined } })
