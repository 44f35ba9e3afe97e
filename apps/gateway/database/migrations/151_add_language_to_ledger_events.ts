import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('ledger_events', (table) => {
      // What the browser asked for, of those that we speak; mails to whoever has chosen none are written in it.
      table.text('language')
    })
  }

  override async down() {
    this.schema.alterTable('ledger_events', (table) => {
      table.dropColumn('language')
    })
  }
}
