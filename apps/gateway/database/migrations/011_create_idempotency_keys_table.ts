import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('idempotency_keys', (table) => {
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('key').notNullable()
      table.text('fingerprint').notNullable()
      // Until then the first request counts as still running; a process that was killed never says so.
      table.timestamp('running_until').notNullable()
      table.integer('status')
      table.text('body')
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.primary(['user_id', 'key'])
      table.index('created_at')
    })
  }

  override async down() {
    this.schema.dropTable('idempotency_keys')
  }
}
