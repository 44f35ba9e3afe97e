import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('identities', (table) => {
      table.uuid('id').primary()
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('provider').notNullable()
      // A subject means somebody only together with who issued it; what "oidc" stands for can change.
      table.text('issuer').notNullable()
      table.text('subject').notNullable()
      table.text('email')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('last_used_at')

      table.unique(['issuer', 'subject'])
      table.unique(['user_id', 'provider'])
      table.check("provider in ('google', 'github', 'oidc')", [], 'identities_provider_known')
    })
  }

  override async down() {
    this.schema.dropTable('identities')
  }
}
