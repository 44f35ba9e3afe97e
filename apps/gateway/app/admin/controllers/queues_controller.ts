import type { HttpContext } from '@adonisjs/core/http'
import { WorkQueue } from '#admin/work_queue'

export default class QueuesController {
  async index({ serialize }: HttpContext) {
    return serialize(await Promise.all(WorkQueue.all().map((queue) => queue.standing())))
  }
}
