import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('applied_coupons', (table) => {
      // Lago's id: the mirror mints none of its own.
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('code').notNullable()
      table.text('name').notNullable()
      // Of a fixed amount: how much it is and, where it is spent once, what is left of it.
      table.bigInteger('amount_cents')
      table.bigInteger('remaining_cents')
      table.text('currency')
      table.text('percentage_rate')
      table.text('frequency').notNullable()
      // Of one that comes back with each invoice: on how many it still will.
      table.integer('invoices_left')
      table.timestamp('applied_at').notNullable()
      table.index(['organization_id', 'applied_at'])
    })
  }

  override async down() {
    this.schema.dropTable('applied_coupons')
  }
}
