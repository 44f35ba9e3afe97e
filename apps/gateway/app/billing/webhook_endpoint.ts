import { lago } from '#billing/lago'

/** Where Lago sends its webhooks: this gateway, under one name, and no earlier address of it. */
export class WebhookEndpoint {
  constructor(
    private url: string,
    private name = 'Gantry gateway',
  ) {}

  /** @returns a sentence for each thing that was changed */
  async register() {
    const { url, name } = this
    const endpoints = await lago.webhookEndpoints()
    const current = endpoints.find(
      (endpoint) => endpoint.webhook_url === url && endpoint.signature_algo === 'jwt',
    )
    const stale = endpoints.filter(
      (endpoint) => endpoint !== current && (endpoint.webhook_url === url || endpoint.name === name),
    )

    for (const { lago_id: id } of stale) await lago.destroyWebhookEndpoint(id)
    if (!current) await lago.createWebhookEndpoint({ name, webhook_url: url })
    return [
      ...stale.map((endpoint) => `webhook endpoint ${endpoint.webhook_url} removed`),
      ...(current ? [] : [`webhook endpoint ${url} registered`]),
    ]
  }
}
