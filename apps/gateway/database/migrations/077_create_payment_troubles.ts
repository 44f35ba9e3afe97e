import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('payment_troubles', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.timestamp('began_at').notNullable()
      // How many of the days of config/dunning.ts have had their new attempt, and their mail after it.
      table.integer('attempts').notNullable().defaultTo(0)
      table.integer('reminders').notNullable().defaultTo(0)
      table.timestamp('suspended_at')
      table.timestamp('resolved_at')
    })
    this.schema.raw(
      'create unique index payment_troubles_one_open on payment_troubles (organization_id) where resolved_at is null',
    )
  }

  override async down() {
    this.schema.dropTable('payment_troubles')
  }
}
