import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('users', (table) => {
      table.uuid('id').primary()
      table.text('email').notNullable().unique()
      table.text('full_name').notNullable()
      table.text('password').notNullable()
      table.text('role').notNullable().defaultTo('user')
      // Part of every session and token; raising it ends them all at once.
      table.integer('session_epoch').notNullable().defaultTo(0)
      table.timestamp('email_verified_at')
      table.timestamp('disabled_at')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('updated_at').notNullable().defaultTo(this.now())

      table.check('email = lower(trim(email))', [], 'users_email_normalised')
      table.check("role in ('user', 'editor', 'platform_admin')", [], 'users_role_known')
    })
  }

  override async down() {
    this.schema.dropTable('users')
  }
}
