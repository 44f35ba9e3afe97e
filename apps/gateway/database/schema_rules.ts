import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const as = (tsType: string) => ({ tsType, decorators: [{ name: '@column' }] })

export default {
  types: {
    bigint: as('number'),
    jsonb: as('Record<string, unknown>'),
  },
  tables: {
    identities: { columns: { provider: as("'google' | 'github' | 'oidc'") } },
    users: {
      columns: {
        theme: as("'system' | 'light' | 'dark'"),
        language: as("'en' | 'de'"),
        muted_mails: as('string[]'),
      },
    },
    plans: {
      columns: {
        interval: as("'monthly' | 'yearly'"),
        charges: as(
          '{ metric: string; name: string; tiers: { upTo: number | null; unitAmount: string; flatAmount: string }[] }[]',
        ),
      },
    },
    api_keys: { columns: { scopes: as('string[]') } },
    content_documents: { columns: { tags: as('string[]') } },
    teams: { columns: { resources: as("('billing' | 'audit')[]") } },
    subscriptions: { columns: { status: as("'incomplete' | 'active' | 'past_due' | 'canceled'") } },
    invoices: { columns: { payment_status: as("'pending' | 'succeeded' | 'failed'") } },
    ledger_events: {
      columns: { actor_type: as("'user' | 'api_key' | 'system'"), language: as("'en' | 'de'") },
    },
  },
} satisfies SchemaRules
