import type { HttpContext } from '@adonisjs/core/http'

export default class LivenessController {
  show({ serialize }: HttpContext) {
    return serialize({ status: 'up' as const })
  }
}
