import type { HttpContext } from '@adonisjs/core/http'
import { checkHealth } from '#core/health'

/** The same as `GET /api/health`, for people: something that is down is an answer here and no failure. */
export default class SystemController {
  async show({ serialize }: HttpContext) {
    return serialize(await checkHealth())
  }
}
