import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const as = (tsType: string) => ({ tsType, decorators: [{ name: '@column' }] })

export default {
  types: {
    bigint: as('number'),
    jsonb: as('Record<string, unknown>'),
  },
  tables: {
    users: { columns: { role: as("'user' | 'editor' | 'platform_admin'") } },
    memberships: { columns: { role: as("'owner' | 'admin' | 'member' | 'viewer'") } },
    ledger_events: { columns: { actor_type: as("'user' | 'api_key' | 'system'") } },
  },
} satisfies SchemaRules
