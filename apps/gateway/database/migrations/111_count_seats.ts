import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('usage_events', (table) => {
      // By how much a level changed; null for what counts one each.
      table.integer('quantity')
    })
    this.schema.alterTable('billing_customers', (table) => {
      // As many as Lago has been told of; null before the first time.
      table.integer('seats_reported')
    })
  }

  override async down() {
    this.schema.alterTable('billing_customers', (table) => {
      table.dropColumn('seats_reported')
    })
    this.schema.alterTable('usage_events', (table) => {
      table.dropColumn('quantity')
    })
  }
}
