import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('organizations', (table) => {
      table.uuid('id').primary()
      table.text('name').notNullable()
      table.text('slug').notNullable().unique()
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('updated_at').notNullable().defaultTo(this.now())

      table.check("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", [], 'organizations_slug_plain')
    })
  }

  override async down() {
    this.schema.dropTable('organizations')
  }
}
