import type { HttpContext } from '@adonisjs/core/http'
import { checkHealth } from '#core/health'

export default class HealthController {
  async show({ response, serialize }: HttpContext) {
    const health = await checkHealth()
    response.header('Cache-Control', 'no-store')
    if (health.status === 'down') response.status(503).header('Retry-After', 5)
    return serialize(health)
  }
}
