import { railsJson } from '../http.ts'
import type { Transaction } from '../sandbox.ts'

/** Stores a webhook per endpoint that wants it. Without any endpoint it is only logged, for people to look at. */
export async function recordWebhooks(transaction: Transaction) {
  if (transaction.queuedWebhooks.length === 0) return
  const endpoints = await transaction.list('webhook_endpoints')
  for (const { type, objectType, objectId, render } of transaction.queuedWebhooks) {
    const payload = railsJson({
      webhook_type: type,
      object_type: objectType,
      organization_id: transaction.organization.id,
      [objectType]: await render(),
    })
    const record = { webhook_type: type, object_type: objectType, object_id: objectId, payload }
    const wanting = endpoints.filter(({ event_types }) => event_types === null || event_types.includes(type))
    for (const endpoint of wanting) {
      await transaction.insert('webhooks', {
        ...record,
        webhook_endpoint_id: endpoint.id,
        webhook_url: endpoint.webhook_url,
        status: 'pending',
        next_attempt_at: new Date(),
      })
    }
    if (wanting.length === 0) await transaction.insert('webhooks', { ...record, status: 'unsent' })
  }
}
