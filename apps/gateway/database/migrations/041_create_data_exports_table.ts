import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('data_exports', (table) => {
      table.uuid('id').primary()
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.integer('bytes')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.timestamp('ready_at')
      // Counted from when it is ready.
      table.timestamp('expires_at')

      // One at a time, also when somebody asks twice at the same moment.
      table.unique(['user_id'])
      table.index('expires_at')
    })
  }

  override async down() {
    this.schema.dropTable('data_exports')
  }
}
