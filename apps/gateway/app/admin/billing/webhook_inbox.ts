import type { Infer } from '@vinejs/vine/types'
import type { webhookListValidator } from '#admin/validators/billing'
import LagoWebhook from '#billing/models/lago_webhook'
import { containing } from '#core/table'

/** What Lago has told us, as an administrator looks for it. */
export class WebhookInbox {
  constructor(private wanted: Infer<typeof webhookListValidator>) {}

  page() {
    const { search, state, organization, page = 1, perPage = 20, sort = '-receivedAt' } = this.wanted
    return LagoWebhook.query()
      .if(search, (query) =>
        query.where((any) =>
          any.whereILike('type', containing(search!)).orWhereILike('error', containing(search!)),
        ),
      )
      .if(state, (query) => query.whereRaw(LagoWebhook.states[state!]))
      .if(organization, (query) => query.where({ organizationId: organization! }))
      .orderBy('received_at', sort.startsWith('-') ? 'desc' : 'asc')
      .orderBy('unique_key')
      .paginate(page, perPage)
  }
}
