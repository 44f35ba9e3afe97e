import type { HttpContext } from '@adonisjs/core/http'

/** Runs in the pages of the Studio, which changes its address without asking a server. */
const script = `const leave = () => {
  if (/^\\/studio\\/admin\\/(?:login|reset-password|accept-invite|register|shared)(?:\\/|$)/.test(location.pathname))
    location.replace('/dashboard/studio?left')
}
for (const name of ['pushState', 'replaceState']) {
  const original = history[name]
  history[name] = function (...values) {
    original.apply(this, values)
    leave()
  }
}
addEventListener('popstate', leave)
leave()
`

export default class StudioScriptsController {
  show({ response }: HttpContext) {
    response.header('Cache-Control', 'private, max-age=3600')
    return response.type('js').send(script)
  }
}
