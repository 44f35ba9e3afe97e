import type { LagoWebhookEndpoint } from '#billing/lago/types'
import { client, dataOf, everyPage, orNull, safe } from '#billing/lago/transport'

export const webhooks = {
  webhookEndpoints: (): Promise<LagoWebhookEndpoint[]> =>
    everyPage(
      (page) => client.webhookEndpoints.findAllWebhookEndpoints({ page }),
      ({ webhook_endpoints }) => webhook_endpoints,
    ),

  createWebhookEndpoint: (endpoint: { name: string; webhook_url: string }) =>
    dataOf(
      client.webhookEndpoints.createWebhookEndpoint({
        webhook_endpoint: { ...endpoint, signature_algo: 'jwt' },
      }),
    ),

  destroyWebhookEndpoint: (id: string) =>
    orNull(dataOf(client.webhookEndpoints.destroyWebhookEndpoint(safe(id)))),

  /** The PEM of the key that signs webhooks. */
  async publicKey() {
    const { webhook } = await dataOf(client.webhooks.fetchJsonPublicKey())
    return Buffer.from(webhook.public_key ?? '', 'base64').toString('utf8')
  },

  organization: () =>
    dataOf(client.organizations.findOrganization()).then(({ organization }) => organization),
}
