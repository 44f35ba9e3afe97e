import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('passkeys', (table) => {
      table.uuid('id').primary()
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE').index()
      table.text('name').notNullable()
      // What the authenticator calls it, and the key that its signatures are checked with; neither is a secret.
      table.text('credential_id').notNullable().unique()
      table.text('public_key').notNullable()
      // Signatures made so far; one that counts backwards is a copy. Those that live on several devices stay at 0.
      table.bigInteger('counter').notNullable()
      table.boolean('is_backed_up').notNullable()
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('last_used_at')
    })
  }

  override async down() {
    this.schema.dropTable('passkeys')
  }
}
