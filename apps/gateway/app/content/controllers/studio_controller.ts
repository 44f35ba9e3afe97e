import type { HttpContext } from '@adonisjs/core/http'
import type { Dispatcher } from 'undici'
import { studio } from '#content/cms/client'
import { addressAtDirectus, headersToBrowser, headersToDirectus } from '#content/studio/passing'
import { studioToken } from '#content/studio/seats'

const bodiless = new Set(['GET', 'HEAD'])

export default class StudioController {
  async show({ auth, request, response }: HttpContext) {
    const url = addressAtDirectus(request)
    const token = await studioToken(auth.getUserOrFail())
    const left = new AbortController()
    response.response.once('close', () => left.abort())

    const method = request.method()
    const answer = await studio.forward(url, {
      method: method as Dispatcher.HttpMethod,
      headers: headersToDirectus(request, token),
      body: bodiless.has(method) ? null : request.request,
      signal: left.signal,
    })
    if (!answer) return

    for (const [name, value] of Object.entries(headersToBrowser(answer.headers))) response.header(name, value)
    response.status(answer.statusCode).stream(answer.body)
  }
}
