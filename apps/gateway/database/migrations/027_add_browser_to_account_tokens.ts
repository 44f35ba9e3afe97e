import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('account_tokens', (table) => {
      // Of the browser that asked for it, where it works in no other.
      table.text('browser_hash')
    })
  }

  override async down() {
    this.schema.alterTable('account_tokens', (table) => table.dropColumn('browser_hash'))
  }
}
