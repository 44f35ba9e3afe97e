import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('ledger_events', (table) => {
      // No foreign key, as with the others, and by its name then: what happened stays true.
      table.uuid('api_key_id')
      table.text('api_key_name')
    })
    this.schema.alterTable('usage_events', (table) => {
      // A key goes with its organization alone, and so does what it used.
      table.uuid('api_key_id')
    })
  }

  override async down() {
    this.schema.alterTable('usage_events', (table) => {
      table.dropColumn('api_key_id')
    })
    this.schema.alterTable('ledger_events', (table) => {
      table.dropColumns('api_key_id', 'api_key_name')
    })
  }
}
