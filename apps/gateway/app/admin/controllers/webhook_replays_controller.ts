import type { HttpContext } from '@adonisjs/core/http'
import WebhookTransformer from '#admin/transformers/webhook_transformer'
import { webhookKeyIn } from '#admin/validators/billing'
import LagoWebhook from '#billing/models/lago_webhook'

export default class WebhookReplaysController {
  async store({ params, serialize }: HttpContext) {
    const webhook = await LagoWebhook.findOrFail(await webhookKeyIn({ params }))
    await webhook.replay()
    return serialize(WebhookTransformer.transform(webhook))
  }
}
