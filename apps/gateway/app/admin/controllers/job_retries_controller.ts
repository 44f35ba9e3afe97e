import type { HttpContext } from '@adonisjs/core/http'
import { failureIn } from '#admin/validators/queue'
import { WorkQueue } from '#admin/work_queue'

export default class JobRetriesController {
  async store({ params, response }: HttpContext) {
    const { queue, job } = await failureIn({ params })
    await WorkQueue.named(queue).retry(job)
    return response.noContent()
  }
}
