import type { HttpContext } from '@adonisjs/core/http'
import { checkHealth } from '#core/health'

export default class HealthController {
  async show({ request, response, serialize }: HttpContext) {
    const health = await checkHealth()
    response.header('Cache-Control', 'no-store')
    if (health.status === 'up') return serialize(health)

    response.header('Retry-After', 5)
    return response.serviceUnavailable({
      success: false,
      error: 'Something that the API needs does not answer.',
      code: 'E_NOT_READY',
      requestId: request.id(),
      data: health,
    })
  }
}
