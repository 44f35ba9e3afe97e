import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('memberships', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('role').notNullable()
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.unique(['organization_id', 'user_id'])
      table.index('user_id')
      table.check("role in ('owner', 'admin', 'member', 'viewer')", [], 'memberships_role_known')
    })
  }

  override async down() {
    this.schema.dropTable('memberships')
  }
}
