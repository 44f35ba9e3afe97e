import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('account_tokens', (table) => {
      table.uuid('id').primary()
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('purpose').notNullable()
      table.text('hash').notNullable().unique()
      // What it was mailed to; a token is worth nothing once that is not the person's address any more.
      table.text('address').notNullable()
      table.timestamp('expires_at').notNullable()
      table.timestamp('used_at')
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.index(['user_id', 'purpose'])
      table.index('expires_at')
    })
  }

  override async down() {
    this.schema.dropTable('account_tokens')
  }
}
