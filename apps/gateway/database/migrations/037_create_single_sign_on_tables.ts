import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('organization_providers', (table) => {
      table.uuid('organization_id').primary().references('organizations.id').onDelete('CASCADE')
      table.text('issuer').notNullable()
      table.text('client_id').notNullable()
      // Encrypted.
      table.text('client_secret').notNullable()
      table.text('role').notNullable()
      table.boolean('is_required').notNullable().defaultTo(false)
      table.timestamp('proven_at')
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })

    this.schema.createTable('organization_domains', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('name').notNullable()
      table.text('token').notNullable()
      table.timestamp('verified_at')
      table.timestamp('created_at').notNullable()

      table.unique(['organization_id', 'name'])
    })
    // Anybody may claim a domain; one organization alone has proved that it is theirs.
    this.schema.raw(
      'create unique index organization_domains_verified_unique on organization_domains (name) where verified_at is not null',
    )

    this.schema.createTable('provided_members', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE').index()
      table.text('issuer').notNullable()
      table.text('subject').notNullable()
      table.timestamp('created_at').notNullable()

      table.unique(['organization_id', 'issuer', 'subject'])
    })
  }

  override async down() {
    this.schema.dropTable('provided_members')
    this.schema.dropTable('organization_domains')
    this.schema.dropTable('organization_providers')
  }
}
