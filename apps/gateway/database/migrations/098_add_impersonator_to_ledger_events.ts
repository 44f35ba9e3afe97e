import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('ledger_events', (table) => {
      // The administrator who acted in the actor's name.
      table.uuid('impersonator_id')
    })
    this.schema.raw(
      'create index ledger_events_of_impersonators on ledger_events (impersonator_id, id) where impersonator_id is not null',
    )
  }

  override async down() {
    this.schema.raw('drop index ledger_events_of_impersonators')
    this.schema.alterTable('ledger_events', (table) => {
      table.dropColumn('impersonator_id')
    })
  }
}
