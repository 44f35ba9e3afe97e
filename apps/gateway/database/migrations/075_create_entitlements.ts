import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('plans', (table) => {
      table.jsonb('entitlements').notNullable().defaultTo('{}')
    })
    this.schema.createTable('entitlement_overrides', (table) => {
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('feature').notNullable()
      table.jsonb('value')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.primary(['organization_id', 'feature'])
    })
  }

  override async down() {
    this.schema.dropTable('entitlement_overrides')
    this.schema.alterTable('plans', (table) => {
      table.dropColumn('entitlements')
    })
  }
}
