import type { HttpContext } from '@adonisjs/core/http'
import LagoWebhook from '#billing/models/lago_webhook'
import { webhookValidator } from '#billing/validators/webhook'
import { verifyWebhook } from '#billing/webhook_signature'

export default class LagoWebhooksController {
  async store({ request, serialize }: HttpContext) {
    const uniqueKey = await verifyWebhook(request)
    await LagoWebhook.receive(uniqueKey, await request.validateUsing(webhookValidator))
    return serialize({ received: true as const })
  }
}
