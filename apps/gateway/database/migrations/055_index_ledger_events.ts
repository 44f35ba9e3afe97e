import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('ledger_events', (table) => {
      // What somebody did, and what was done to them.
      table.index(['actor_id', 'id'])
      table.index(['subject_id', 'subject_type', 'id'])
      // What an organization can filter by.
      table.index(['organization_id', 'action', 'id'])
    })
  }

  override async down() {
    this.schema.alterTable('ledger_events', (table) => {
      table.dropIndex(['actor_id', 'id'])
      table.dropIndex(['subject_id', 'subject_type', 'id'])
      table.dropIndex(['organization_id', 'action', 'id'])
    })
  }
}
