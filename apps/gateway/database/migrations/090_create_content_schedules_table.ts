import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('content_schedules', (table) => {
      table.uuid('id').primary()
      table.string('kind').notNullable()
      table.uuid('entry_id').notNullable()
      table.timestamp('publish_at').notNullable().index()
      // In whose name it is published. Nobody's is not published: somebody has to answer for it.
      table.uuid('user_id').references('users.id').onDelete('SET NULL')
      table.text('failure')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.unique(['kind', 'entry_id'])
    })
  }

  override async down() {
    this.schema.dropTable('content_schedules')
  }
}
