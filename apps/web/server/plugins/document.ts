import { getRouteRules } from 'nitropack/runtime'
import { contentSecurityPolicy } from '../csp'

/** What a page may run and who may keep it is decided here, from the page itself, never from the spelling of its path. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    event.context.withoutScripts = () => {
      getRouteRules(event).noScripts = true
    }
  })

  // Colours of the dashboard's components, which a page without scripts does not use.
  nitro.hooks.hook('render:html', (html, { event }) => {
    if (!getRouteRules(event).noScripts) return
    html.head = html.head.map((tags) => tags.replace(/<style id="nuxt-ui-colors">[\s\S]*?<\/style>/, ''))
  })

  // Our scripts stand before and after the page's content. One inside it is nobody's of ours, and must not run.
  nitro.hooks.hook('render:html', (html, { event }) => {
    event.context.content = html.body.join('')
  })

  nitro.hooks.hook('render:response', (response, { event }) => {
    if (typeof response.body !== 'string') return
    const { private: personal, ownLanguage, incomplete, hidden, content = '' } = event.context
    const shared = (response.statusCode ?? 200) === 200 && !personal && !ownLanguage && !incomplete
    response.headers ??= {}
    delete response.headers['x-powered-by']
    response.headers['content-security-policy'] = contentSecurityPolicy(response.body.replace(content, ''))
    if (hidden) {
      response.headers['x-robots-tag'] = 'noindex, nofollow'
      // The link of a shared preview stands in its address.
      response.headers['referrer-policy'] = 'no-referrer'
    }
    response.headers['cache-control'] =
      shared && !hidden ? 'public, max-age=0, s-maxage=1, stale-if-error=86400' : 'private, no-store'
  })
})
