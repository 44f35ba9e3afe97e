import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('api_keys', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index()
      // Who leaves the organization takes the life of their keys along, also if they come back.
      table.uuid('membership_id').references('memberships.id').onDelete('SET NULL').index()
      table.uuid('created_by').notNullable().references('users.id').onDelete('CASCADE').index()
      table.text('name').notNullable()
      // What a key is found by; the rest of it is known by its hash alone.
      table.text('prefix').notNullable().unique()
      table.text('hash').notNullable()
      table.specificType('scopes', 'text[]').notNullable()
      table.integer('per_minute').notNullable()
      table.timestamp('expires_at')
      table.timestamp('revoked_at')
      table.timestamp('last_used_at')
      table.bigInteger('calls').notNullable().defaultTo(0)
      table.timestamp('created_at').notNullable().defaultTo(this.now())
    })
  }

  override async down() {
    this.schema.dropTable('api_keys')
  }
}
