import type { HttpContext } from '@adonisjs/core/http'
import { WebhookInbox } from '#admin/billing/webhook_inbox'
import WebhookTransformer from '#admin/transformers/webhook_transformer'
import { webhookListValidator } from '#admin/validators/billing'

export default class WebhooksController {
  async index({ request, serialize }: HttpContext) {
    const found = await new WebhookInbox(await request.validateUsing(webhookListValidator)).page()
    return serialize(WebhookTransformer.transform(found.all()), { total: found.total })
  }
}
