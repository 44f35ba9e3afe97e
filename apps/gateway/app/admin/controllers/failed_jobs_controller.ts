import type { HttpContext } from '@adonisjs/core/http'
import FailedJobTransformer from '#admin/transformers/failed_job_transformer'
import { failureIn, failureListValidator } from '#admin/validators/queue'
import { WorkQueue } from '#admin/work_queue'

export default class FailedJobsController {
  async index({ params, request, serialize }: HttpContext) {
    const { page = 1, perPage = 20 } = await request.validateUsing(failureListValidator)
    const { jobs, total } = await WorkQueue.named(params.queue).failures(page, perPage)
    return serialize(FailedJobTransformer.transform(jobs), { total })
  }

  async destroy({ params, response }: HttpContext) {
    const { queue, job } = await failureIn({ params })
    await WorkQueue.named(queue).remove(job)
    return response.noContent()
  }
}
