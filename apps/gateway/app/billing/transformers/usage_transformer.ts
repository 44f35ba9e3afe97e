import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Overview } from '#billing/usage/overview'

export default class UsageTransformer extends BaseTransformer<Overview> {
  toObject() {
    const { from, resetsAt, calls, seats } = this.resource
    return { from, resetsAt, calls, seats }
  }
}
