import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => {
      // Null where nothing was chosen: then the browser says it. `config/i18n.ts` has the languages there are.
      table.text('language').nullable()
    })
  }

  override async down() {
    this.schema.alterTable('users', (table) => {
      table.dropColumn('language')
    })
  }
}
