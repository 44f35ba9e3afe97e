import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('organizations', (table) => {
      // Members without a second factor are refused until they have one.
      table.boolean('requires_two_factor').notNullable().defaultTo(false)
    })
  }

  override async down() {
    this.schema.alterTable('organizations', (table) => table.dropColumn('requires_two_factor'))
  }
}
