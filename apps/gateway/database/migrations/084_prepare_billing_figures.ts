import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('invoices', (table) => {
      table.bigInteger('tax_cents').notNullable().defaultTo(0)
      // What it is for; null for one that is for no plan, and until the mirror has been read again.
      table.text('plan_code')
      table.index(['issued_on'])
    })
    this.schema.alterTable('lago_webhooks', (table) => {
      table.integer('attempts').notNullable().defaultTo(0)
      table.index(['received_at'])
    })
  }

  override async down() {
    this.schema.alterTable('lago_webhooks', (table) => {
      table.dropIndex(['received_at'])
      table.dropColumn('attempts')
    })
    this.schema.alterTable('invoices', (table) => {
      table.dropIndex(['issued_on'])
      table.dropColumns('tax_cents', 'plan_code')
    })
  }
}
