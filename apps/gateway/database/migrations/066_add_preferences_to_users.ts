import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => {
      table.text('theme').notNullable().defaultTo('system')
      table.text('time_zone').notNullable().defaultTo('UTC')
      // Kinds of mail that the person does not want; `config/mail_kinds.ts` has them.
      table.specificType('muted_mails', 'text[]').notNullable().defaultTo('{}')

      table.check("theme in ('system', 'light', 'dark')", [], 'users_theme_known')
    })
  }

  override async down() {
    this.schema.alterTable('users', (table) => {
      table.dropColumns('theme', 'time_zone', 'muted_mails')
    })
  }
}
