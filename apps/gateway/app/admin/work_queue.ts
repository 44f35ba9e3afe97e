import db from '@adonisjs/lucid/services/db'
import type { Job } from 'bullmq'
import { JobNotFailedException } from '#admin/exceptions/job_not_failed_exception'
import { queues } from '#config/queue'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import type { Queues } from '#core/queue/processor'
import { queue, type QueueName } from '#core/queue/queues'
import { record } from '#ledger/record'

const names = Object.keys(queues) as QueueName[]

/** A queue of the worker in the hands of an administrator. */
export class WorkQueue {
  private constructor(readonly name: QueueName) {}

  static all = () => names.map((name) => new WorkQueue(name))

  /** @throws NotFoundException where there is no queue of that name */
  static named(wanted: string) {
    const name = names.find((known) => known === wanted)
    if (!name) throw new NotFoundException()
    return new WorkQueue(name)
  }

  async standing() {
    const {
      waiting = 0,
      active = 0,
      delayed = 0,
      failed = 0,
    } = await this.#queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
    return { name: this.name, waiting, active, delayed, failed, workers: await this.#queue.getWorkersCount() }
  }

  /** Jobs that were tried as often as they may be, the latest first. */
  async failures(page: number, perPage: number) {
    const start = (page - 1) * perPage
    const [jobs, total] = await Promise.all([
      this.#queue.getFailed(start, start + perPage - 1),
      this.#queue.getFailedCount(),
    ])
    // One that was removed in between leaves a gap.
    return { jobs: jobs.filter(Boolean), total }
  }

  retry(id: string) {
    return this.#act(id, 'job.retried', (job) => job.retry('failed'))
  }

  /** @throws NotFoundException, JobNotFailedException */
  remove(id: string) {
    return this.#act(id, 'job.removed', async (job) => {
      const { abandon } = (queues as Queues)[this.name]!
      if (abandon) await (await abandon()).default(job.data as never)
      await job.remove()
    })
  }

  get #queue() {
    return queue(this.name)
  }

  /** The record waits in an open transaction for Redis: what did not happen is not recorded. */
  async #act(id: string, action: 'job.retried' | 'job.removed', act: (job: Job) => Promise<void>) {
    const job = await this.#queue.getJob(id)
    if (!job) throw new NotFoundException()
    if (!(await job.isFailed())) throw new JobNotFailedException()

    await db.transaction(async (trx) => {
      const metadata = { queue: this.name, reason: job.failedReason ?? null }
      await record(trx, { action, subject: ['job', id], metadata })
      await act(job)
    })
  }
}
