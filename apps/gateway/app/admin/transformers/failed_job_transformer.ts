import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Job } from 'bullmq'

/** What was to do, by ids alone, and why it could not be done. */
export default class FailedJobTransformer extends BaseTransformer<Job> {
  toObject() {
    const { id, name, data, failedReason, attemptsMade, timestamp, finishedOn } = this.resource
    return {
      id: id ?? '',
      name,
      data: JSON.stringify(data ?? null).slice(0, 500),
      reason: failedReason ?? '',
      attempts: attemptsMade,
      queuedAt: new Date(timestamp).toISOString(),
      failedAt: finishedOn ? new Date(finishedOn).toISOString() : null,
    }
  }
}
