import type { HttpContext } from '@adonisjs/core/http'
import { statistics } from '#admin/statistics'

export default class StatisticsController {
  async show({ serialize }: HttpContext) {
    return serialize(await statistics())
  }
}
