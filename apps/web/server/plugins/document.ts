import { createHash } from 'node:crypto'
import { getRouteRules } from 'nitropack/runtime'

const inlineScript =
  /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g

const digest = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

const contentSecurityPolicy = (html: string) => {
  const scripts = [...html.matchAll(inlineScript)].map(([, source]) => digest(source ?? ''))
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...new Set(scripts)].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What a page may run and who may keep it is decided here, from the page itself, never from the spelling of its path. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    event.context.withoutScripts = () => {
      getRouteRules(event).noScripts = true
    }
  })

  nitro.hooks.hook('render:response', (response, { event }) => {
    if (typeof response.body !== 'string') return
    const shared = (response.statusCode ?? 200) === 200 && !event.context.private
    response.headers ??= {}
    delete response.headers['x-powered-by']
    response.headers['content-security-policy'] = contentSecurityPolicy(response.body)
    response.headers['cache-control'] = shared
      ? 'public, max-age=0, s-maxage=1, stale-if-error=86400'
      : 'private, no-store'
  })
})
