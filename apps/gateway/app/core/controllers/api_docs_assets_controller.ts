import { fileURLToPath } from 'node:url'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'

const files = new Set(['favicon-32x32.png', 'swagger-ui-bundle.js', 'swagger-ui.css'])

/** In a file of its own, because the content security policy allows no script inside a page. */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1]
    if (token) request.headers['X-XSRF-TOKEN'] = decodeURIComponent(token)
    return request
  },
})
`

export default class ApiDocsAssetsController {
  show({ params, response }: HttpContext) {
    response.header('Cache-Control', 'public, max-age=3600')
    if (params.file === 'start.js') return response.type('js').send(start)
    if (!files.has(params.file)) throw new NotFoundException()
    return response.download(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${params.file}`)), true)
  }
}
