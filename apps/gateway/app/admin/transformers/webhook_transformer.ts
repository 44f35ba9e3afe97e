import { BaseTransformer } from '@adonisjs/core/transformers'
import type LagoWebhook from '#billing/models/lago_webhook'
import { iso } from '#core/time'

/** A message from Lago and what has become of it; what it said about a customer is not shown. */
export default class WebhookTransformer extends BaseTransformer<LagoWebhook> {
  toObject() {
    const { uniqueKey, type, organizationId, state, attempts, error } = this.resource
    return {
      id: uniqueKey,
      type,
      organizationId,
      state,
      attempts,
      error,
      receivedAt: iso(this.resource.receivedAt),
      processedAt: iso(this.resource.processedAt),
    }
  }
}
