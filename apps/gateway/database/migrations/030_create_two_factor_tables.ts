import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => {
      // Beside the person and not beside the secret: every sign-in and every organization's policy asks for it.
      table.timestamp('two_factor_enabled_at')
    })

    this.schema.createTable('authenticators', (table) => {
      table.uuid('user_id').primary().references('users.id').onDelete('CASCADE')
      table.text('secret').notNullable()
      // The time step of the last code that was taken; it and all before it are worth nothing any more.
      table.bigInteger('last_step').notNullable().defaultTo(0)
      table.timestamp('created_at').notNullable().defaultTo(this.now())
    })

    this.schema.createTable('recovery_codes', (table) => {
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('digest').notNullable()
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.primary(['user_id', 'digest'])
    })
  }

  override async down() {
    this.schema.dropTable('recovery_codes')
    this.schema.dropTable('authenticators')
    this.schema.alterTable('users', (table) => table.dropColumn('two_factor_enabled_at'))
  }
}
